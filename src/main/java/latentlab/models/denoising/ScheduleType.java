package latentlab.models.denoising;

import java.util.function.IntToDoubleFunction;

/** How fast an image drowns in noise. */
public enum ScheduleType {
  /**
   * The variance of a step rises linearly, for 1,000 steps from 0.0001 to 0.02 (Ho et al. 2020).
   * For T steps it is 1000 / T times that, at most {@link NoiseSchedule#LARGEST_VARIANCE}, so that
   * as much is left of the image at the end.
   */
  LINEAR {
    @Override
    IntToDoubleFunction keptInStep(int steps) {
      return t -> {
        double way = steps == 1 ? 0 : (t - 1.0) / (steps - 1);
        return 1 - (FIRST_VARIANCE + (LAST_VARIANCE - FIRST_VARIANCE) * way) * USUAL_STEPS / steps;
      };
    }
  },
  /**
   * What is left of the image falls as the square of a cosine (Nichol and Dhariwal 2021, equation
   * 17), slowly at both ends.
   */
  COSINE {
    @Override
    IntToDoubleFunction keptInStep(int steps) {
      return t -> squaredCosine((double) t / steps) / squaredCosine((t - 1.0) / steps);
    }
  },
  /**
   * What is left of the image falls as a sigmoid does from 3 to -3 (Jabri, Fleet and Chen 2022,
   * with a temperature of 1).
   */
  SIGMOID {
    @Override
    IntToDoubleFunction keptInStep(int steps) {
      return t -> fallingSigmoid((double) t / steps) / fallingSigmoid((t - 1.0) / steps);
    }
  };

  private static final double USUAL_STEPS = 1000;
  private static final double FIRST_VARIANCE = 1e-4;
  private static final double LAST_VARIANCE = 0.02;

  /** The paper's s, which keeps the first step from being too small to see. */
  private static final double COSINE_OFFSET = 0.008;

  private static final double SIGMOID_END = 3;

  /**
   * The part of the signal's power that a step keeps, abar(t) / abar(t - 1), before it is limited.
   *
   * @param steps T
   * @return a function of t, from 1 to T
   */
  abstract IntToDoubleFunction keptInStep(int steps);

  private static double squaredCosine(double way) {
    double cosine = Math.cos((way + COSINE_OFFSET) / (1 + COSINE_OFFSET) * Math.PI / 2);
    return cosine * cosine;
  }

  private static double fallingSigmoid(double way) {
    double last = sigmoid(SIGMOID_END);
    double first = sigmoid(-SIGMOID_END);
    return (last - sigmoid((2 * way - 1) * SIGMOID_END)) / (last - first);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
