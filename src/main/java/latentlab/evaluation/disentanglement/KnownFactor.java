package latentlab.evaluation.disentanglement;

import latentlab.data.synthetic.DigitFactors;
import latentlab.data.synthetic.Factor;

/**
 * The factors that are varied, independently of each other, each over ten equally likely values.
 * Their ranges are those of most of MNIST, so that a model of MNIST knows such images. Rotation is
 * left out because it is hardly to be told from slant, size and shifts because MNIST has neither.
 */
enum KnownFactor {
  /** Which digit, 0 to 9, in its first style. */
  DIGIT("digit") {
    @Override
    DigitFactors apply(DigitFactors factors, int level) {
      return factors.withStyle(level, 0);
    }
  },
  /** The width of the pen, 1.4 to 4.1 pixels. */
  THICKNESS("thickness") {
    @Override
    DigitFactors apply(DigitFactors factors, int level) {
      return factors.with(Factor.THICKNESS, 1.4 + 0.3 * level);
    }
  },
  /** The slant, -10 to 35 degrees. */
  SLANT("slant") {
    @Override
    DigitFactors apply(DigitFactors factors, int level) {
      return factors.with(Factor.SLANT, -10 + 5.0 * level);
    }
  },
  /** The width against the height, 0.7 to 1.6 times that of the style. */
  WIDTH("width") {
    @Override
    DigitFactors apply(DigitFactors factors, int level) {
      return factors.with(Factor.ASPECT, 0.7 + 0.1 * level);
    }
  };

  /** How many values each factor takes, from 0. */
  static final int LEVELS = 10;

  private final String title;

  KnownFactor(String title) {
    this.title = title;
  }

  /** The factor's name in metrics. */
  String title() {
    return title;
  }

  /** The same digit with this factor at one of its values. */
  abstract DigitFactors apply(DigitFactors factors, int level);
}
