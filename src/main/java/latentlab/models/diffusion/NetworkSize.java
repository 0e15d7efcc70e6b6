package latentlab.models.diffusion;

import java.util.List;
import latentlab.engine.blocks.UNet;

/** Networks to choose from. */
public enum NetworkSize {
  /** Trains on two cores within half an hour; works on half the image's size. */
  TINY,
  /** The network of the benchmark. */
  SMALL,
  /** For images larger than digits, or for patience. */
  BASE;

  private static final int GROUPS = 8;

  /**
   * The network.
   *
   * @return without classes
   */
  UNet network() {
    return switch (this) {
      case TINY -> new UNet(List.of(32), 96, 2, 128, GROUPS, 0);
      case SMALL -> UNet.unconditional(List.of(32, 64), 128);
      case BASE -> UNet.unconditional(List.of(64, 128, 128), 256);
    };
  }
}
