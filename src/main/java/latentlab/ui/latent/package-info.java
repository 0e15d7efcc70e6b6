/**
 * The tab in which a latent space is explored: a plane of decoded images, one slider for each
 * dimension, and the image at one point, large.
 *
 * <p>{@link latentlab.ui.latent.LatentSpaceTab} puts everything together. What the tab does is in
 * {@link latentlab.ui.latent.LatentSpaceViewModel}, which needs no toolkit; {@link
 * latentlab.ui.latent.DecodingQueue} decides what the model is asked next, so that the point under
 * the hand never waits for the plane, and {@link latentlab.ui.latent.PlaneDecoding} how a plane
 * fills up. The views only show it and pass on what the user does.
 */
@NullMarked
package latentlab.ui.latent;

import org.jspecify.annotations.NullMarked;
