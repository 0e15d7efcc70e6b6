/**
 * The training images nearest to a picture, for those who ask whether a model has drawn or merely
 * copied it.
 *
 * <p>Start at {@link latentlab.ui.neighbours.NeighboursViewModel}, which a tab tells its model and
 * its picture; {@link latentlab.ui.neighbours.NeighboursStrip} shows what was found.
 */
@NullMarked
package latentlab.ui.neighbours;

import org.jspecify.annotations.NullMarked;
