/**
 * The tab where models are trained and watched while they learn.
 *
 * <p>Start at {@link latentlab.ui.training.TrainingTab}, the view, or at {@link
 * latentlab.ui.training.TrainingRunViewModel}, which starts, steers and follows one training after
 * another. View-models here need no toolkit.
 */
@NullMarked
package latentlab.ui.training;

import org.jspecify.annotations.NullMarked;
