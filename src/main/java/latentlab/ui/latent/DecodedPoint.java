package latentlab.ui.latent;

import latentlab.data.ImageBatch;

/**
 * The image at a point.
 *
 * @param point where it was asked for
 * @param images the one image, [1, height, width, channels]
 * @param changedAtNanos when the point was changed, by {@link System#nanoTime()}
 * @param decodeNanos from the question to the model's answer
 * @param byHand whether the user moved the point; otherwise the model has changed
 */
record DecodedPoint(
    LatentPoint point, ImageBatch images, long changedAtNanos, long decodeNanos, boolean byHand) {}
