package latentlab.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import latentlab.data.ImageSet;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/**
 * How well drawn digits stand in for real ones: a nearest-neighbour classifier that has seen only
 * drawn digits reads the test digits of MNIST.
 */
class LikenessToMnistTest {

  private static final int FITTED = 10_000;
  private static final int READ = 2_000;
  private static final int SIZE = 28 * 28;
  private static final int IMAGE_HEADER = 16;
  private static final int LABEL_HEADER = 8;
  private static final int BLOCK_PIXELS = 16;

  @Test
  void aNearestNeighbourFittedOnDrawnDigitsReadsThreeQuartersOfMnist() throws IOException {
    Path folder = mnist();
    assumeTrue(Files.isDirectory(folder), "skipped: there is no MNIST in " + folder);
    byte[] images = unpacked(folder.resolve("t10k-images-idx3-ubyte.gz"));
    byte[] labels = unpacked(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    NearestNeighbour classifier =
        new NearestNeighbour(new SyntheticDigits(new Seed(1)).images(FITTED));
    int right = 0;
    for (int i = 0; i < READ; i++) {
      if (classifier.classify(images, IMAGE_HEADER + i * SIZE) == labels[LABEL_HEADER + i]) {
        right++;
      }
    }
    assertThat(right / (double) READ).isGreaterThanOrEqualTo(0.75);
  }

  private static Path mnist() {
    return Optional.ofNullable(System.getenv("LATENT_LAB_DATA"))
        .map(Path::of)
        .orElse(Path.of("..", "shared", "data"))
        .resolve("mnist");
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  /** Euclidean distance over the pixels, computed only where a bound on it is short enough. */
  private static final class NearestNeighbour {

    private final ImageSet known;
    private final short[][] pixels;
    private final short[][] coarse;

    NearestNeighbour(ImageSet known) {
      this.known = known;
      pixels = new short[known.size()][];
      coarse = new short[known.size()][];
      for (int i = 0; i < known.size(); i++) {
        pixels[i] = shorts(known.imageBytes(i), 0);
        coarse[i] = blockSums(pixels[i]);
      }
    }

    int classify(byte[] images, int start) {
      short[] image = shorts(images, start);
      short[] sums = blockSums(image);
      int shortest = Integer.MAX_VALUE / BLOCK_PIXELS;
      int nearest = 0;
      for (int i = 0; i < pixels.length; i++) {
        // Cauchy-Schwarz: a block's squared difference of sums is at most 16 squared distances.
        if (distance(sums, coarse[i]) < BLOCK_PIXELS * shortest) {
          int distance = distance(image, pixels[i]);
          if (distance < shortest) {
            shortest = distance;
            nearest = i;
          }
        }
      }
      return known.label(nearest);
    }

    private static int distance(short[] a, short[] b) {
      int sum = 0;
      for (int k = 0; k < a.length; k++) {
        int difference = a[k] - b[k];
        sum += difference * difference;
      }
      return sum;
    }

    private static short[] shorts(byte[] images, int start) {
      short[] image = new short[SIZE];
      for (int k = 0; k < SIZE; k++) {
        image[k] = (short) (images[start + k] & 0xFF);
      }
      return image;
    }

    /** Sums over blocks of 4x4 pixels. */
    private static short[] blockSums(short[] image) {
      short[] sums = new short[SIZE / BLOCK_PIXELS];
      for (int k = 0; k < SIZE; k++) {
        int row = k / 28;
        int column = k % 28;
        sums[row / 4 * 7 + column / 4] += image[k];
      }
      return sums;
    }
  }
}
