package latentlab.engine.layers;

import java.util.Optional;
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
  LECUN(WeightInit.LECUN_NORMAL),
  /** Normal, deviation 0.02 whatever the fan (Radford et al. 2016, section 4). */
  NARROW;

  private static final double NARROW_DEVIATION = 0.02;

  private final Optional<WeightInit> rule;

  WeightRule(WeightInit rule) {
    this.rule = Optional.of(rule);
  }

  WeightRule() {
    this.rule = Optional.empty();
  }

  Initialization initialization(double fanIn, double fanOut) {
    return rule.map(known -> ofRule(known, fanIn, fanOut))
        .orElseGet(() -> Initialization.normal(NARROW_DEVIATION));
  }

  private static Initialization ofRule(WeightInit rule, double fanIn, double fanOut) {
    return new Initialization(
        vector ->
            rule.getWeightInitFunction()
                .init(fanIn, fanOut, new long[] {1, vector.length()}, 'c', vector));
  }
}
