/**
 * Gives an image to any tab: drawn by hand, taken out of the test images of the user's data, or
 * read from a file.
 *
 * <p>Start at {@link latentlab.ui.input.ImageInputViewModel}, whose image others observe, and
 * {@link latentlab.ui.input.ImageInput}, which shows it. A tab with other wishes builds on {@link
 * latentlab.ui.input.DrawingPad} and {@link latentlab.ui.input.Drawing} alone.
 */
@NullMarked
package latentlab.ui.input;

import org.jspecify.annotations.NullMarked;
