/**
 * The words of the window.
 *
 * <p>Start at {@link latentlab.ui.text.Messages}; the words themselves are in {@code
 * latentlab/ui/messages.properties}, and for what other layers name in English in {@code
 * latentlab/ui/terms_pl.properties}.
 */
@NullMarked
package latentlab.ui.text;

import org.jspecify.annotations.NullMarked;
