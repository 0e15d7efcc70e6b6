package latentlab.engine.blocks;

import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;

/**
 * The network of a diffusion model (Ho et al. 2020, appendix B): on the way down a residual block
 * at each size, then a convolution with stride 2; at the smallest size attention between two
 * residual blocks; on the way up the mirror of that, each size being given what the way down left
 * there. Takes images, times [rows, 1] and, if it knows classes, the weight of each class [rows,
 * classes]; gives images.
 *
 * <p>A class is told by the weight 1 for it and 0 for the others, a mix of classes by weights that
 * add up to 1, which interpolates what the network has learnt for each, and no class by zeros.
 *
 * <p>Most of the time goes into the largest size. With a patch of 2 the first convolution halves
 * the image already, and a transposed one at the end doubles it again.
 *
 * <p>Images whose size is no multiple of what they are halved by, or which would become smaller
 * than 3x3, are padded with zeros, and the output is cropped.
 *
 * @param widths the channels at each size, from the largest; each is halved once more after it
 * @param middle the channels at the smallest size
 * @param patch the stride of the first convolution, 1 or 2
 * @param timeWidth the size of the vector that conditions the residual blocks
 * @param groups of the normalisations; divides all widths
 * @param classes how many the network is told; 0 for a network without classes
 */
public record UNet(
    List<Integer> widths, int middle, int patch, int timeWidth, int groups, int classes) {

  private static final int GROUPS = 8;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there is no size, a width is no multiple of the groups, or
   *     patch or classes are out of range
   */
  public UNet {
    widths = List.copyOf(widths);
    if (widths.isEmpty()
        || Stream.concat(widths.stream(), Stream.of(middle))
            .anyMatch(width -> width < 1 || width % groups != 0)) {
      throw new IllegalArgumentException(
          String.format(
              "the widths of a U-Net must be multiples of %d, not %s and %d",
              groups, widths, middle));
    }
    if (patch < 1 || patch > 2 || classes < 0) {
      throw new IllegalArgumentException(
          "a U-Net has a patch of 1 or 2 and no negative number of classes, not "
              + patch
              + " and "
              + classes);
    }
  }

  /**
   * A network that knows no classes, with eight groups, as wide in the middle as before it.
   *
   * @param widths the channels at each size
   * @param timeWidth the size of the vector that conditions the residual blocks
   * @return the description
   */
  public static UNet unconditional(List<Integer> widths, int timeWidth) {
    return new UNet(widths, widths.get(widths.size() - 1), 1, timeWidth, GROUPS, 0);
  }

  /**
   * The same network with classes.
   *
   * @param number how many; 0 for none
   * @return the description
   */
  public UNet withClasses(int number) {
    return new UNet(widths, middle, patch, timeWidth, groups, number);
  }

  /**
   * The layers for images of some shape.
   *
   * @param name of the network
   * @param image the shape of an image
   * @return a plan with the inputs image, time and perhaps class weights, and an image as output
   */
  public NetworkPlan plan(String name, FeatureShape image) {
    return new UNetPlan(this, name, image).build();
  }
}
