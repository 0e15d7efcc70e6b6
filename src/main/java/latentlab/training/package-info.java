/**
 * Training on a background thread, watched through immutable events.
 *
 * <p>Start at {@link latentlab.training.TrainingService}. A model that trains belongs to the
 * training thread; who wants to look into it while it trains asks a {@link
 * latentlab.training.ModelReplica}, which owns a second model on a thread of its own and is fed
 * with the trained one's weights.
 *
 * <p>Nothing random in a step depends on the steps before it: {@code TrainingLoop} derives the
 * order of an epoch from the seed and the epoch, and the noise of a step from the seed and the
 * step. With the state of the optimisers in the checkpoint, a training that goes on from any step
 * ends with the weights of one that was never broken off.
 */
@NullMarked
package latentlab.training;

import org.jspecify.annotations.NullMarked;
