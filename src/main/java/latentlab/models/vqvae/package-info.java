/**
 * The autoencoder with a codebook (van den Oord, Vinyals and Kavukcuoglu, "Neural Discrete
 * Representation Learning", NeurIPS 2017), and a prior over its codes. Sections, equations and
 * appendices named in this package are that paper's.
 *
 * <p>A convolutional encoder maps an image x to a grid of vectors z_e(x); each is replaced by the
 * nearest of K vectors e_k, the codebook, and a decoder maps the grid of these, z_q(x), back to an
 * image. A training step descends, with sg the identity whose derivative is zero,
 *
 * <pre>{@code
 * L = |x - decoder(z_q)|^2 / (pixels * variance)
 *     + |sg[z_e] - z_q|^2 / values  +  beta |z_e - sg[z_q]|^2 / values      (equation 3)
 * }</pre>
 *
 * <p>where the nearest code has no derivative, so the gradient by z_q is taken for that by z_e
 * (straight-through, section 3.2). The first term is a Gaussian likelihood whose variance is a
 * setting. The paper does not say how its terms are scaled; here they are means, over pixels and
 * over the values of the grid, which makes beta independent of the sizes of image and grid. The
 * second term is one of two ways to train the codebook; the other are moving averages of what chose
 * each code (appendix A.1, the paper's equations 6 to 8, with Laplace's smoothing), and then the
 * term is left out.
 *
 * <p>The decoder's last layer is linear, and pixels are cut off at 0 and 1 when an image is shown.
 * A sigmoid there, with squared errors, drove all pixels of digits into its flat end, to black,
 * from which no gradient leads back.
 *
 * <p>Not from the paper: codes start at the encodings of the first batch, and those that are hardly
 * used are set to encodings again, so that few codes stay unused. The codes' perplexity is e to the
 * entropy of their frequencies.
 *
 * <p>The prior (section 3.3) is an autoregressive distribution of the codes, row by row, on the
 * class if wished. The paper uses a PixelCNN; here it is a transformer with causal attention, which
 * sees all codes before each place, not only those in reach of a masked convolution, and is made of
 * layers that the engine has. It learns in the last part of the same training, from the finished
 * autoencoder's codes; then the loss is its cross-entropy in nats per image.
 *
 * <p>Start at {@link latentlab.models.vqvae.VqVaeFamily}; the step is in {@link
 * latentlab.models.vqvae.CodeAutoencoder}.
 */
@NullMarked
package latentlab.models.vqvae;

import org.jspecify.annotations.NullMarked;
