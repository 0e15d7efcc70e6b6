/**
 * What the families of adversarial networks share: two players, the rules of their game and its
 * training. No family is here.
 *
 * <p>A generator G draws images from codes z, a discriminator D judges images by a logit l; D(x) =
 * sigmoid(l(x)). Images are -1 to 1 between the players and 0 to 1 outside. A step on a batch of
 * real images x is (Goodfellow et al. 2014, algorithm 1)
 *
 * <pre>{@code
 * z ~ N(0, I)                                 as many as there are real images
 * D descends  L_D(x, G(z)) + penalty          with G frozen
 * G descends  L_G(G(z))                       with D frozen, at every n-th step
 * }</pre>
 *
 * <p>with the losses of {@link latentlab.engine.losses.AdversarialLoss}. Both players learn from
 * the same G(z), where the paper draws new codes for the generator: that saves a pass through G,
 * and G is judged by a discriminator that has moved since. Real and generated batches go through D
 * apart. A frozen player's trained parameters are not changed; running averages of its batch
 * normalisation follow what passes through it.
 *
 * <p>The remedies: one-sided label smoothing and mini-batch discrimination (Salimans et al. 2016),
 * a buffer of older fakes ({@link latentlab.models.adversarial.ReplayBuffer}, stored with the state
 * of the optimisers), spectral normalisation (Miyato et al. 2018), a learning rate for each player
 * (Heusel et al. 2017), clipped weights (Arjovsky et al. 2017) and the exact gradient penalty
 * (Gulrajani et al. 2017).
 *
 * <p>Start at {@link latentlab.models.adversarial.AdversarialTraining}.
 */
@NullMarked
package latentlab.models.adversarial;

import org.jspecify.annotations.NullMarked;
