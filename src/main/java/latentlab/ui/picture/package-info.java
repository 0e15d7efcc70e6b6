/**
 * Pictures of small images, drawn pixel by pixel: one image enlarged, or many in a grid.
 *
 * <p>JavaFX blurs enlarged images even where smoothing is off, so the pixels are enlarged here, at
 * the resolution of the screen, and shown one to one. Start at {@link
 * latentlab.ui.picture.ImageGridView}; what needs no toolkit is {@link
 * latentlab.ui.picture.ImageScaler}, {@link latentlab.ui.picture.GridGeometry} and {@link
 * latentlab.ui.picture.ColourMap}.
 */
@NullMarked
package latentlab.ui.picture;

import org.jspecify.annotations.NullMarked;
