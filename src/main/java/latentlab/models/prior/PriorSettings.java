package latentlab.models.prior;

import latentlab.models.ModelConfig;
import latentlab.models.config.Setting;

/**
 * Which prior is fitted, and how. Settings of other kinds have no effect.
 *
 * @param kind the kind
 * @param components of a mixture
 * @param iterations of a mixture's expectation maximisation, at most
 * @param couplings of a flow
 * @param hiddenWidth of both hidden layers in each coupling
 * @param epochs of a flow's training
 * @param batch codes in each step of a flow's training
 * @param learningRate of a flow's training, at its start
 */
public record PriorSettings(
    @Setting(label = "Prior", help = "The distribution from which codes are drawn.") PriorKind kind,
    @Setting(label = "Components", help = "How many Gaussians a mixture has.", min = 1, max = 1000)
        int components,
    @Setting(
            label = "Iterations",
            help = "After how many steps the fit of a mixture ends if it has not settled before.",
            min = 1,
            max = 10_000)
        int iterations,
    @Setting(
            label = "Couplings",
            help = "Affine coupling layers of a flow; each moves half of the dimensions.",
            min = 2,
            max = 64)
        int couplings,
    @Setting(
            label = "Hidden width",
            help = "Units in both hidden layers of each coupling.",
            min = 1,
            max = 4096)
        int hiddenWidth,
    @Setting(
            label = "Epochs",
            help = "How often a flow passes over all codes.",
            min = 1,
            max = 100_000)
        int epochs,
    @Setting(label = "Batch", help = "Codes in each step of a flow.", min = 1, max = 65_536)
        int batch,
    @Setting(
            label = "Learning rate",
            help = "How far the first steps of a flow go; it falls to a hundredth by the end.",
            min = 1e-7,
            max = 1)
        double learningRate)
    implements ModelConfig {

  /** What fits codes of some tens of dimensions. */
  public static final PriorSettings DEFAULT =
      new PriorSettings(PriorKind.FLOW, 10, 200, 8, 128, 40, 256, 1e-3);

  /**
   * The default settings of a kind.
   *
   * @param kind the kind
   * @return settings that differ from {@link #DEFAULT} by it alone
   */
  public static PriorSettings of(PriorKind kind) {
    return new PriorSettings(
        kind,
        DEFAULT.components,
        DEFAULT.iterations,
        DEFAULT.couplings,
        DEFAULT.hiddenWidth,
        DEFAULT.epochs,
        DEFAULT.batch,
        DEFAULT.learningRate);
  }
}
