package latentlab.evaluation;

import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.random.Seed;

/**
 * Draws each value of grey images to black or white, with its grey as the probability of white
 * (Salakhutdinov and Murray 2008), so that a Bernoulli likelihood of it is one.
 */
public final class Binarisation {

  private static final int WHITE = 255;

  private Binarisation() {}

  /**
   * Binarises images.
   *
   * @param images grey ones
   * @param seed decides the draws; each image's depend on it and the image's place alone
   * @return as many images, with the same labels
   */
  public static ImageSet of(ImageSet images, Seed seed) {
    int size = images.shape().size();
    byte[] pixels = new byte[images.size() * size];
    byte[] labels = new byte[images.isLabelled() ? images.size() : 0];
    for (int i = 0; i < images.size(); i++) {
      RandomGenerator random = seed.derive("binarise", i).generator();
      byte[] grey = images.imageBytes(i);
      for (int p = 0; p < size; p++) {
        boolean white = random.nextFloat() * WHITE < Byte.toUnsignedInt(grey[p]);
        pixels[i * size + p] = (byte) (white ? WHITE : 0);
      }
      if (labels.length > 0) {
        labels[i] = (byte) images.label(i);
      }
    }
    return new ImageSet(images.shape(), pixels, labels);
  }
}
