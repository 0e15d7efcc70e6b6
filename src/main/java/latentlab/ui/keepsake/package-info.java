/**
 * What can be done with the picture of the tab in front: save, copy and pin it, and go back to the
 * state in which one was made.
 *
 * <p>Start at {@link latentlab.ui.keepsake.Keepsakes} for keeping and {@link
 * latentlab.ui.keepsake.StateRestorer} for going back; {@link latentlab.ui.keepsake.KeepsakeBar}
 * has the buttons and keys, {@link latentlab.ui.keepsake.PictureDrop} takes files that are dropped.
 * Tabs take part by {@link latentlab.ui.session.PictureTab} and {@link
 * latentlab.ui.session.UndoableTab}.
 */
@NullMarked
package latentlab.ui.keepsake;

import org.jspecify.annotations.NullMarked;
