/**
 * Codes for given images by optimising them through a generator, for models without an encoder (Zhu
 * et al., "Generative Visual Manipulation on the Natural Image Manifold", ECCV 2016, section 3.1;
 * Creswell and Bharath, "Inverting the Generator of a Generative Adversarial Network", 2018). For
 * an image x the code minimises
 *
 * <pre>{@code   L(z) = sum over pixels of (G(z) - x)^2 + w |z|^2,}</pre>
 *
 * <p>where the weak prior keeps it where the generator was trained. L has many minima. So the
 * images of many codes drawn from N(0, I) are compared with x, a descent by Adam starts from each
 * of the nearest, all of them in one batch, and after a third of the steps only the best goes on.
 * The generator is used as it is for drawing: batch normalisation by its running statistics ({@link
 * latentlab.engine.layers.Pass#FROZEN}).
 *
 * <p>A model joins by a field {@code new LatentInversion(new NetworkDecoder(generator, latent,
 * shape))} and hands {@link latentlab.models.Inverter#invert} on to it. Commands and tabs that want
 * an encoder or a reconstructor get one for either kind of model from {@link
 * latentlab.models.inversion.InvertedSpace}.
 */
@NullMarked
package latentlab.models.inversion;

import org.jspecify.annotations.NullMarked;
