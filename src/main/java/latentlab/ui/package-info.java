/**
 * The window. Nothing outside this package and those below it knows JavaFX.
 *
 * <p>Start at {@link latentlab.ui.WindowLauncher}, which opens the window, then {@code LabWindow},
 * which puts it together. Each tab has a package of its own with its view and its view-models;
 * view-models use no more of JavaFX than its observable values, run without a toolkit, and alone
 * touch the layers below. {@link latentlab.ui.session} is what tabs share; {@link
 * latentlab.ui.bridge} is the one way from a training thread to the JavaFX thread.
 */
@NullMarked
package latentlab.ui;

import org.jspecify.annotations.NullMarked;
