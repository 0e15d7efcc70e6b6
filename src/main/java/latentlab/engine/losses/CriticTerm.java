package latentlab.engine.losses;

/**
 * A function of one critic logit l and of the target t that it is pulled to: 1 for real, 0 for
 * generated. Any thread may use it.
 */
enum CriticTerm {

  /** Cross-entropy between t and sigmoid(l): softplus(l) - t l. */
  LOGISTIC {
    @Override
    double value(double logit, double target) {
      return softplus(logit) - target * logit;
    }

    @Override
    double slope(double logit, double target) {
      return sigmoid(logit) - target;
    }
  },

  /** The negative of the critic's cross-entropy on generated images: log(1 - sigmoid(l)). */
  SATURATING {
    @Override
    double value(double logit, double target) {
      return -softplus(logit);
    }

    @Override
    double slope(double logit, double target) {
      return -sigmoid(logit);
    }
  },

  /** max(0, 1 - y l) with y = 1 for real and -1 for generated. */
  HINGE {
    @Override
    double value(double logit, double target) {
      return Math.max(0, 1 - sign(target) * logit);
    }

    @Override
    double slope(double logit, double target) {
      return sign(target) * logit < 1 ? -sign(target) : 0;
    }
  },

  /** -y l with y = 1 for real and -1 for generated. */
  LINEAR {
    @Override
    double value(double logit, double target) {
      return -sign(target) * logit;
    }

    @Override
    double slope(double logit, double target) {
      return -sign(target);
    }
  },

  /** (l - t)^2 / 2. */
  SQUARED {
    @Override
    double value(double logit, double target) {
      return 0.5 * (logit - target) * (logit - target);
    }

    @Override
    double slope(double logit, double target) {
      return logit - target;
    }
  };

  /**
   * The loss of one logit.
   *
   * @param logit any number; NaN gives NaN
   * @param target 1 for real, 0 for generated; between them only where the term allows it
   * @return the loss
   */
  abstract double value(double logit, double target);

  /**
   * The derivative of {@link #value} with respect to the logit.
   *
   * @param logit a number
   * @param target as for the value
   * @return the slope
   */
  abstract double slope(double logit, double target);

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static double sigmoid(double x) {
    double decay = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : decay) / (1 + decay);
  }

  private static double sign(double target) {
    return 2 * target - 1;
  }
}
