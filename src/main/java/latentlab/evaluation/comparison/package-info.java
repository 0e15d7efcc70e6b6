/**
 * Several stored models measured on the same data: a table with a row for each model and a column
 * for each figure.
 *
 * <p>Start at {@link latentlab.evaluation.comparison.ModelComparison}, which makes a {@link
 * latentlab.evaluation.comparison.ComparisonTable} row by row; {@link
 * latentlab.evaluation.comparison.Figure} lists the columns.
 */
@NullMarked
package latentlab.evaluation.comparison;

import org.jspecify.annotations.NullMarked;
