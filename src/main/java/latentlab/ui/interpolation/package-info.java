/**
 * The tab in which one walks between images: anchors, the way between their codes in one or several
 * models, directions of attributes, and exports.
 *
 * <p>Start at {@link latentlab.ui.interpolation.InterpolationTab}. {@link
 * latentlab.ui.interpolation.InterpolationViewModel} holds what is chosen; for each model there is
 * a {@link latentlab.ui.interpolation.PathLane}, which asks the model.
 */
@NullMarked
package latentlab.ui.interpolation;

import org.jspecify.annotations.NullMarked;
