package latentlab.engine.blocks;

import java.util.List;
import java.util.OptionalInt;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;

/**
 * The network of a diffusion model (Ho et al. 2020, appendix B): on the way down a residual block
 * at each size, then a convolution with stride 2; at the smallest size attention between two
 * residual blocks; on the way up the mirror of that, each size being given what the way down left
 * there. Takes images, times [rows, 1] and, if it knows classes, class numbers [rows, 1]; gives
 * images.
 *
 * <p>Images whose size is no multiple of what they are halved by are padded with zeros, and the
 * output is cropped.
 *
 * @param widths the channels at each size, from the largest; each is halved once more after it
 * @param timeWidth the size of the vector that conditions the residual blocks
 * @param groups of the normalisations; divides all widths
 * @param classes the number of entries of the class table; empty for a network without classes
 */
public record UNet(List<Integer> widths, int timeWidth, int groups, OptionalInt classes) {

  private static final int GROUPS = 8;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there is no size, or a width is no multiple of the groups
   */
  public UNet {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || widths.stream().anyMatch(width -> width < 1 || width % groups != 0)) {
      throw new IllegalArgumentException(
          "the widths of a U-Net must be multiples of " + groups + ", not " + widths);
    }
  }

  /**
   * A network that knows no classes, with eight groups.
   *
   * @param widths the channels at each size
   * @param timeWidth the size of the vector that conditions the residual blocks
   * @return the description
   */
  public static UNet unconditional(List<Integer> widths, int timeWidth) {
    return new UNet(widths, timeWidth, GROUPS, OptionalInt.empty());
  }

  /**
   * The layers for images of some shape.
   *
   * @param name of the network
   * @param image the shape of an image
   * @return a plan with the inputs image, time and perhaps class, and an image as output
   */
  public NetworkPlan plan(String name, FeatureShape image) {
    return new UNetPlan(this, name, image).build();
  }
}
