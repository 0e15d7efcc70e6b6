/**
 * The one way from a training thread to the JavaFX thread.
 *
 * <p>Start at {@link latentlab.ui.bridge.TrainingEventBridge}: it is told every event on the
 * training thread and hands them on in bundles, at a bounded rate, on the JavaFX thread. {@link
 * latentlab.ui.bridge.FxPulses} is the only class here that knows JavaFX.
 */
@NullMarked
package latentlab.ui.bridge;

import org.jspecify.annotations.NullMarked;
