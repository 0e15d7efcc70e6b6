/**
 * Watches a training for what goes wrong without ending it, and says in plain language what it is
 * and what can be done.
 *
 * <p>Start at {@link latentlab.training.watch.TrainingWatch}. Each {@link
 * latentlab.training.watch.LossWatch} looks at the losses of the steps for one problem; {@link
 * latentlab.training.watch.SampleSurvey} is what is asked of samples after each epoch. Thresholds
 * are rules of thumb: they are tried on trainings that are made to fail.
 */
@NullMarked
package latentlab.training.watch;

import org.jspecify.annotations.NullMarked;
