/**
 * Images as files that people and other programs open: NumPy arrays and pictures.
 *
 * <p>Start at {@link latentlab.data.image.ImageFile}, which chooses the format by the ending of the
 * path; {@code NpyFormat} and {@code PictureGrid} are the formats. {@link
 * latentlab.data.image.PictureStack} makes a set of images of one picture for each; {@link
 * latentlab.data.image.PngText} puts words into pictures and finds them again.
 */
@NullMarked
package latentlab.data.image;

import org.jspecify.annotations.NullMarked;
