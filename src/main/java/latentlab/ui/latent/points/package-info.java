/**
 * Encoded test images as points on a plane: in two of the latent dimensions, or by a projection of
 * all of them.
 *
 * <p>Start at {@link latentlab.ui.latent.points.PointsViewModel}; {@link
 * latentlab.ui.latent.points.ScatterView} draws the points.
 */
@NullMarked
package latentlab.ui.latent.points;

import org.jspecify.annotations.NullMarked;
