package latentlab.ui.history;

import latentlab.data.ImageBatch;
import latentlab.models.origin.ImageOrigin;

/**
 * A picture that was kept.
 *
 * @param images what is seen, at least one image
 * @param origin how it was made
 */
public record Pin(ImageBatch images, ImageOrigin origin) {}
