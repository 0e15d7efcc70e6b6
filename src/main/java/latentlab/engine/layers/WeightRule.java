package latentlab.engine.layers;

import org.deeplearning4j.nn.weights.WeightInit;

/** From which distribution initial weights are drawn. */
public enum WeightRule {
  /** Zero, before a sum that shall start as if the layer were not there. */
  ZERO(WeightInit.ZERO),
  /** Normal, variance 2 / fan-in, before rectifiers (He et al. 2015). */
  HE(WeightInit.RELU),
  /** The same variance, uniform. */
  HE_UNIFORM(WeightInit.RELU_UNIFORM),
  /** Normal, variance 2 / (fan-in + fan-out) (Glorot and Bengio 2010). */
  GLOROT(WeightInit.XAVIER),
  /** The same variance, uniform. */
  GLOROT_UNIFORM(WeightInit.XAVIER_UNIFORM),
  /** Variance 1 / fan-in (LeCun et al. 1998). */
  LECUN(WeightInit.LECUN_NORMAL);

  private final WeightInit rule;

  WeightRule(WeightInit rule) {
    this.rule = rule;
  }

  WeightInit rule() {
    return rule;
  }
}
