package latentlab.ui.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;

/** Test images for tests: always the same, at once. */
public final class FixedTestImages {

  private FixedTestImages() {}

  /**
   * Gives a batch whatever the data set.
   *
   * @param images whose pixels become bytes
   * @return answers at once
   */
  public static TestImages of(ImageBatch images) {
    return (shape, dataset, seed) -> CompletableFuture.completedFuture(opened(images));
  }

  /**
   * A batch as test images of a data set without names of classes.
   *
   * @param images whose pixels become bytes
   * @return as if it were the data set that was asked for
   */
  public static TestImages.Opened opened(ImageBatch images) {
    byte[] pixels = new byte[images.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(images.pixels()[i] * 255);
    }
    byte[] labels = new byte[images.labels().length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) images.labels()[i];
    }
    return new TestImages.Opened(
        "test", new ImageSet(images.shape(), pixels, labels), List.of(), true);
  }
}
