package latentlab.models;

/** The names of the terms that an {@link AdversarialTrainer} reports. Stateless. */
public final class AdversarialTerms {

  /** What the discriminator loses, a gradient penalty included. */
  public static final String DISCRIMINATOR = "discriminator";

  /** What the generator loses. */
  public static final String GENERATOR = "generator";

  /** The mean probability of being real that the discriminator gives to real images, 0 to 1. */
  public static final String D_REAL = "d_real";

  /**
   * The mean probability of being real that the discriminator gives to generated images, 0 to 1.
   */
  public static final String D_FAKE = "d_fake";

  /** The estimate of the Wasserstein distance: mean f(real) - mean f(generated) of the critic f. */
  public static final String WASSERSTEIN = "wasserstein";

  /** The gradient penalty, its weight included. */
  public static final String PENALTY = "penalty";

  /** The mean length of the critic's gradient at points between real and generated images. */
  public static final String GRADIENT_NORM = "gradient_norm";

  private AdversarialTerms() {}
}
