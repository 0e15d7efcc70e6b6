/**
 * Distances between many rows of numbers, such as features or pixels of images, by large matrix
 * products.
 *
 * <p>Start at {@link latentlab.evaluation.neighbours.NearestImages}, which finds the training
 * images that are most like given ones; {@link latentlab.evaluation.neighbours.SquaredDistances}
 * does the arithmetic.
 */
@NullMarked
package latentlab.evaluation.neighbours;

import org.jspecify.annotations.NullMarked;
