/**
 * The window around the tabs: its head, status line, colours, what it remembers, and how it closes.
 *
 * <p>Start at {@link latentlab.ui.window.MainWindow}.
 */
@NullMarked
package latentlab.ui.window;

import org.jspecify.annotations.NullMarked;
