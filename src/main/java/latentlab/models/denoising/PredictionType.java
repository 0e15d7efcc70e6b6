package latentlab.models.denoising;

/**
 * What a network is trained to tell about x_t = a x_0 + b e, where a is the root of abar(t) and b
 * that of 1 - abar(t). Each follows from each other one together with x_t.
 */
public enum PredictionType {
  /** The noise e (Ho et al. 2020). */
  NOISE {
    @Override
    public double target(double image, double noise, double a, double b) {
      return noise;
    }

    @Override
    public double image(double noisy, double prediction, double a, double b) {
      return (noisy - b * prediction) / a;
    }
  },
  /** The velocity a e - b x_0 (Salimans and Ho 2022), which is well defined at both ends. */
  VELOCITY {
    @Override
    public double target(double image, double noise, double a, double b) {
      return a * noise - b * image;
    }

    @Override
    public double image(double noisy, double prediction, double a, double b) {
      return a * noisy - b * prediction;
    }
  },
  /** The clean image x_0. */
  IMAGE {
    @Override
    public double target(double image, double noise, double a, double b) {
      return image;
    }

    @Override
    public double image(double noisy, double prediction, double a, double b) {
      return prediction;
    }
  };

  /**
   * What the network should say.
   *
   * @param image x_0
   * @param noise e
   * @param a the root of abar(t)
   * @param b the root of 1 - abar(t)
   * @return its target
   */
  public abstract double target(double image, double noise, double a, double b);

  /**
   * The clean image that a prediction means.
   *
   * @param noisy x_t
   * @param prediction what the network said
   * @param a the root of abar(t), above 0
   * @param b the root of 1 - abar(t)
   * @return the predicted x_0
   */
  public abstract double image(double noisy, double prediction, double a, double b);

  /**
   * The noise that a predicted image means.
   *
   * @param noisy x_t
   * @param image the predicted x_0
   * @param a the root of abar(t)
   * @param b the root of 1 - abar(t), above 0
   * @return the predicted e
   */
  public static double noise(double noisy, double image, double a, double b) {
    return (noisy - a * image) / b;
  }

  /**
   * The weight of an example in the loss by which all steps up to a signal-to-noise ratio count
   * alike as errors of x_0, and later ones no more than that (min-SNR: Hang et al. 2023, section
   * 3.4).
   *
   * @param signalToNoise abar(t) / (1 - abar(t))
   * @param gamma the ratio beyond which the weight of x_0 stops rising; 0 for a weight of 1
   * @return the weight of the squared error of this prediction
   */
  public double weight(double signalToNoise, double gamma) {
    if (gamma == 0) {
      return 1;
    }
    double ofImage = Math.min(signalToNoise, gamma);
    return switch (this) {
      case NOISE -> ofImage / signalToNoise;
      case VELOCITY -> ofImage / (signalToNoise + 1);
      case IMAGE -> ofImage;
    };
  }
}
