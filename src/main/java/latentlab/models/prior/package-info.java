/**
 * Priors over a continuous latent space, fitted after training to the codes that a trained model
 * gives to its training images (ex-post density estimation: Ghosh et al., "From Variational to
 * Deterministic Autoencoders", ICLR 2020, section 4). A plain autoencoder has no prior that its
 * decoder knows; with one of these it generates too. A variational autoencoder's codes seldom fill
 * N(0, I), so that its samples gain as well.
 *
 * <p>With x a code of d dimensions, the kinds are
 *
 * <pre>{@code
 * STANDARD   p(x) = N(x; 0, I)
 * GAUSSIAN   p(x) = N(x; m, S),   m and S the mean and covariance of the codes
 * MIXTURE    p(x) = sum_k w_k N(x; m_k, S_k)
 * FLOW       p(x) = N(f(x); 0, I) |det df/dx|
 * }</pre>
 *
 * <p>A covariance is kept as its Cholesky factor, {@code S = L L^T}; {@code log N(x; m, S) = -1/2
 * |L^-1 (x - m)|^2 - sum log L_jj - d/2 log 2 pi}. To each estimated covariance a millionth of the
 * codes' mean variance is added on the diagonal, so that a dimension in which nothing varies does
 * no harm.
 *
 * <p>The mixture is fitted by expectation maximisation (Dempster, Laird and Rubin 1977) from a
 * k-means++ start (Arthur and Vassilvitskii 2007), on at most 20,000 of the codes. The covariance
 * of each component is shrunk towards the one within the clusters of the start, as if that had been
 * seen once more (a conjugate prior, Fraley and Raftery 2007): a component that holds few codes
 * cannot collapse onto them.
 *
 * <p>The flow is RealNVP (Dinh, Sohl-Dickstein and Bengio, "Density estimation using Real NVP",
 * ICLR 2017). The codes are made white first, {@code y = L^-1 (x - m)}, so that it starts as the
 * GAUSSIAN prior. Then come affine couplings (their equations 4 to 8): a mask keeps one part A of
 * the dimensions and moves the other, B,
 *
 * <pre>{@code
 * y_A' = y_A,   y_B' = y_B exp(s(y_A)) + t(y_A),   log |det| = sum of s
 * y_B  = (y_B' - t(y_A)) exp(-s(y_A))                          the inverse
 * s = 2 tanh(a),   (a, t) = a network of two hidden layers with rectifiers
 * }</pre>
 *
 * <p>The last layer of each network starts at zero, and the flow at the identity. Masks come in
 * complementary pairs; where the paper has images and masks like a chessboard, pair p splits by bit
 * p (modulo the number of bits) of the dimension's index, so that any two dimensions are split by
 * some pair. There is no normalisation between the couplings. Training descends the mean of {@code
 * -log p} by Adam, its rate falling as half a period of the cosine.
 *
 * <p>Start at {@link latentlab.models.prior.LatentPriors}. {@link
 * latentlab.models.prior.CodeSampler} makes images of what a prior draws.
 */
@NullMarked
package latentlab.models.prior;

import org.jspecify.annotations.NullMarked;
