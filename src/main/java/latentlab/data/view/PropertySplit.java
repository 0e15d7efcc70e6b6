package latentlab.data.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.property.ImageProperty;
import latentlab.failure.InvalidInputException;

/**
 * The two ends of a data set.
 *
 * @param property what is measured
 * @param low images up to this value are of class 0
 * @param high images from this value on are of class 1; greater than low
 */
record PropertySplit(ImageProperty property, double low, double high) {

  private static final int PARTS = 3;

  /**
   * The thirds of the training images.
   *
   * @throws InvalidInputException if they do not differ
   */
  static PropertySplit of(Dataset dataset, ImageProperty property) {
    double[] sorted = measured(dataset.train(), property);
    Arrays.sort(sorted);
    int third = Math.max(1, sorted.length / PARTS);
    double low = sorted[third - 1];
    double high = sorted[sorted.length - third];
    if (low >= high) {
      throw new InvalidInputException(
          String.format(
              "data set %s cannot be split by %s: too few images differ in it",
              dataset.name(), property.title()));
    }
    return new PropertySplit(property, low, high);
  }

  private static double[] measured(ImageSet images, ImageProperty property) {
    float[] pixels = new float[images.shape().size()];
    double[] values = new double[images.size()];
    for (int i = 0; i < values.length; i++) {
      images.copyImage(i, pixels, 0);
      values[i] = property.measure(pixels, 0, images.shape());
    }
    return values;
  }

  /** The images that lie at either end. */
  int[] chosen(ImageSet images) {
    double[] values = measured(images, property);
    return IntStream.range(0, values.length)
        .filter(i -> values[i] <= low || values[i] >= high)
        .toArray();
  }

  /** 0 or 1 for each of some chosen images. */
  byte[] labels(ImageSet images) {
    double[] values = measured(images, property);
    byte[] labels = new byte[values.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (values[i] >= high ? 1 : 0);
    }
    return labels;
  }

  List<String> classNames() {
    return List.of(property.low(), property.high());
  }
}
