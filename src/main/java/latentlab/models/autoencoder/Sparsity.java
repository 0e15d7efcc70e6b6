package latentlab.models.autoencoder;

/**
 * Penalties on how active the code's units are. All of them are functions of {@code r_j}, the mean
 * over the batch of {@code |a_j|}, the activation of unit j.
 */
public enum Sparsity {
  /** No penalty; the codes are linear. */
  NONE(CodeActivation.LINEAR) {
    @Override
    double term(double activity, double target) {
      return 0;
    }

    @Override
    double slope(double activity, double target) {
      return 0;
    }
  },
  /** The sum of the activations; the codes are rectified, so that a unit can be silent. */
  L1(CodeActivation.RECTIFIED) {
    @Override
    double term(double activity, double target) {
      return activity;
    }

    @Override
    double slope(double activity, double target) {
      return 1;
    }
  },
  /** The divergence from a target activity (Ng 2011); the codes are sigmoids. */
  KL(CodeActivation.SIGMOID) {
    @Override
    double term(double activity, double target) {
      double r = inside(activity);
      return target * Math.log(target / r) + (1 - target) * Math.log((1 - target) / (1 - r));
    }

    @Override
    double slope(double activity, double target) {
      double r = inside(activity);
      return -target / r + (1 - target) / (1 - r);
    }
  };

  /** Nearer to 0 or 1 than this, the divergence of a saturated unit would overflow. */
  private static final double MARGIN = 1e-6;

  private final CodeActivation codeActivation;

  Sparsity(CodeActivation codeActivation) {
    this.codeActivation = codeActivation;
  }

  /** The nonlinearity of codes under this penalty. */
  CodeActivation codeActivation() {
    return codeActivation;
  }

  /**
   * What one unit adds to the penalty.
   *
   * @param activity r_j
   * @param target rho, between 0 and 1
   */
  abstract double term(double activity, double target);

  /** The derivative of {@link #term} by the activity. */
  abstract double slope(double activity, double target);

  private static double inside(double activity) {
    return Math.max(MARGIN, Math.min(1 - MARGIN, activity));
  }
}
