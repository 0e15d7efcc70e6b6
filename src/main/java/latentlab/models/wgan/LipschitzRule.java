package latentlab.models.wgan;

import latentlab.engine.optimizer.Adam;
import latentlab.engine.optimizer.OptimizerSettings;
import latentlab.engine.optimizer.RmsProp;

/** How the critic's slopes are held down, and the optimiser that the paper uses with it. */
public enum LipschitzRule {
  /** Parameters are clipped after each update; RMSProp (Arjovsky et al. 2017). */
  CLIPPING,
  /** Slopes other than 1 cost; Adam with a beta2 of 0.9 (Gulrajani et al. 2017). */
  PENALTY;

  private static final double BETA2 = 0.9;

  OptimizerSettings optimizer(double rate, double beta1) {
    return switch (this) {
      case CLIPPING -> new RmsProp(rate);
      case PENALTY -> new Adam(rate, beta1, BETA2);
    };
  }
}
