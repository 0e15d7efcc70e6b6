/**
 * Pictures of codes of many dimensions on a plane: principal components, t-SNE and UMAP, with
 * intermediate pictures while they form.
 *
 * <p>Start at {@link latentlab.evaluation.projection.Projection}; {@link
 * latentlab.evaluation.projection.NeighbourPreservation} tells how far a picture can be trusted.
 */
@NullMarked
package latentlab.evaluation.projection;

import org.jspecify.annotations.NullMarked;
