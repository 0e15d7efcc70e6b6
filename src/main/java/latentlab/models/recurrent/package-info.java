/**
 * The recurrent autoencoder: an image is read row by row, as a sequence is (Srivastava, Mansimov
 * and Salakhutdinov, "Unsupervised learning of video representations using LSTMs", ICML 2015,
 * section 2, whose composite of frames becomes one of rows here; Cho et al., "Learning phrase
 * representations using RNN encoder-decoder", EMNLP 2014).
 *
 * <p>With x_t the row t of the image, width * channels values, and T rows,
 *
 * <pre>{@code
 * s_t = cell(x_t, s_(t-1)),  s_0 = 0          the encoder
 * z   = W s_T + b                             the code
 * u   = tanh(U z + c)
 * d_t = cell'(u, d_(t-1)),   d_0 = 0          the decoder
 * y_t = sigmoid(V d_t + e)                    row t of the reconstruction
 * }</pre>
 *
 * <p>where cell and cell' are gated recurrent units or long short-term memories with weights of
 * their own. The loss is the squared error (y - x)^2, shown as a mean over the pixels, or the
 * cross-entropy -x log y - (1 - x) log(1 - y), shown as a sum over them. In both cases it is the
 * gradient of the mean over the pixels that goes to Adam, all parameters' together shortened to a
 * greatest norm first (Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural
 * networks", ICML 2013, algorithm 1).
 *
 * <p>Deviations: the decoder of Srivastava et al. starts from the encoder's state and gives the
 * sequence in reverse, each step optionally on the output of the one before; here everything goes
 * through the code, which every step of the decoder is given, and rows come in their order.
 *
 * <p>Start at {@link latentlab.models.recurrent.RecurrentFamily}.
 */
@NullMarked
package latentlab.models.recurrent;

import org.jspecify.annotations.NullMarked;
