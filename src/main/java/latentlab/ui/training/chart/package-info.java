/**
 * Loss curves: what was measured, how much of it is drawn, and the charts.
 *
 * <p>Start at {@link latentlab.ui.training.chart.LossHistory}, which keeps every value; {@link
 * latentlab.ui.training.chart.ThinnedSeries} is what a chart draws of many. {@link
 * latentlab.ui.training.chart.LossCharts} shows them; all other classes here need no toolkit.
 */
@NullMarked
package latentlab.ui.training.chart;

import org.jspecify.annotations.NullMarked;
