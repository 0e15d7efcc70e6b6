/**
 * What the window remembers of its use: steps that can be undone, and pictures that were pinned.
 *
 * <p>Start at {@link latentlab.ui.history.UndoHistory}, which a tab keeps of its state, and {@link
 * latentlab.ui.history.PinList}, which {@link latentlab.ui.history.HistoryStrip} shows and {@link
 * latentlab.ui.history.PinFolder} keeps for the next window.
 */
@NullMarked
package latentlab.ui.history;

import org.jspecify.annotations.NullMarked;
