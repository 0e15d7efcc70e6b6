/**
 * Optimisers and what goes with them, all in place on flat vectors of parameters, gradients and
 * state.
 *
 * <p>Start at {@link latentlab.engine.optimizer.OptimizerSettings}: its records hold the
 * hyperparameters, and each starts an {@link latentlab.engine.optimizer.Optimizer}, which does the
 * steps. {@link latentlab.engine.optimizer.GradientClipping} comes before a step; {@link
 * latentlab.engine.optimizer.WeightClipping} and {@link
 * latentlab.engine.optimizer.ExponentialMovingAverage} come after it; {@link
 * latentlab.engine.optimizer.LearningRateSchedule} says how far it goes.
 *
 * <p>All of them copy blocks of the vectors to arrays, because loops over buffers do not vectorise.
 * They use absolute positions, from 0, and leave the positions of the buffers alone.
 */
@NullMarked
package latentlab.engine.optimizer;

import org.jspecify.annotations.NullMarked;
