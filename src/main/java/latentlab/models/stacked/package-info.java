/**
 * The stacked autoencoder with greedy layer-wise training (Hinton and Salakhutdinov, "Reducing the
 * dimensionality of data with neural networks", Science 2006; Bengio, Lamblin, Popovici and
 * Larochelle, "Greedy layer-wise training of deep networks", NIPS 2006).
 *
 * <p>A deep autoencoder is taken as shallow ones within each other. Shallow autoencoder i has one
 * dense layer to encode and one to decode,
 *
 * <pre>{@code
 * h_i = f(W_i h_(i-1) + b_i),   g_i = f'(V_i h_i + c_i),   h_0 = x, the image
 * }</pre>
 *
 * <p>with the chosen nonlinearity as f, but none at the code, and the sigmoid for the pixels. A
 * training has phases, which follow from the fraction of it that is over alone:
 *
 * <ol>
 *   <li>Pre-training, the same share for each layer, the first one first: shallow autoencoder i
 *       learns to give back the codes of the one before,
 *       <pre>{@code   L_i = mean (g_i(h_i(h_(i-1))) - h_(i-1))^2}</pre>
 *       over the batch and the elements of h_(i-1). The others stay as they are, bit by bit; those
 *       before it serve to compute h_(i-1). With corruption, each element of what it is given is
 *       set to zero with that probability, and it still has to give back the whole (Vincent et al.
 *       2010, "Stacked denoising autoencoders").
 *   <li>Fine-tuning: all are unrolled, x -> h_1 -> .. -> h_n -> g_n(h_n) -> .. -> g_1, and learn
 *       together
 *       <pre>{@code   L = mean (g_1 - x)^2.}</pre>
 * </ol>
 *
 * <p>Deviations: Hinton and Salakhutdinov pre-train restricted Boltzmann machines by contrastive
 * divergence and unroll each with the transpose of its weights; here the shallow models are
 * autoencoders, as in Bengio et al., section 2.3, whose decoders have weights of their own, and
 * they minimise the squared error instead of the cross-entropy.
 *
 * <p>Each layer has an Adam of its own. At the first step of the fine-tuning all of them forget
 * their moments: those were of other losses, with gradients of other sizes. The schedule of the
 * learning rate begins anew in each phase. A training that is resumed with more epochs than were
 * planned at first goes on in the phase that its new fraction asks for, which may be an earlier
 * one.
 *
 * <p>Start at {@link latentlab.models.stacked.StackedFamily}; the phases are in {@link
 * latentlab.models.stacked.PhasePlan}.
 */
@NullMarked
package latentlab.models.stacked;

import org.jspecify.annotations.NullMarked;
