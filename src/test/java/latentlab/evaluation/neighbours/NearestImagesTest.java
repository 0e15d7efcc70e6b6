package latentlab.evaluation.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class NearestImagesTest {

  private static final ImageShape SHAPE = new ImageShape(4, 3, 1);
  private static final int COUNT = 5000; // more than two blocks, the last one smaller
  private static final ImageSet TRAINING = noise(COUNT, 1);
  private static final ImageSet OTHERS = noise(300, 2);

  @Test
  void findsWhatComparisonOfAllPairsFinds() {
    ImageBatch wanted = OTHERS.batch(IntStream.range(0, 300).toArray());
    Neighbours found = search(wanted, 3);

    for (int row = 0; row < wanted.count(); row += 37) {
      float[] image = wanted.image(row);
      int[] nearest =
          IntStream.range(0, COUNT)
              .boxed()
              .sorted((a, b) -> Double.compare(distance(image, a), distance(image, b)))
              .limit(3)
              .mapToInt(i -> i)
              .toArray();
      for (int k = 0; k < 3; k++) {
        assertThat(found.index()[3 * row + k]).isEqualTo(nearest[k]);
        assertThat((double) found.squaredDistance()[3 * row + k])
            .isCloseTo(distance(image, nearest[k]), within(1e-6));
      }
    }
  }

  @Test
  void aCopyIsExactlyAtNoDistance() {
    Neighbours found = search(TRAINING.batch(4999, 0, 2048), 2);

    assertThat(found.index()[0]).isEqualTo(4999);
    assertThat(found.index()[2]).isZero();
    assertThat(found.index()[4]).isEqualTo(2048);
    assertThat(found.squaredDistance()[0]).isZero();
    assertThat(found.squaredDistance()[1]).isPositive();
  }

  @Test
  void pixelsThatAreNoNumbersAreNearToNothing() {
    float[] pixels = new float[SHAPE.size()];
    pixels[0] = Float.NaN;

    assertThat(search(ImageBatch.unlabelled(SHAPE, pixels), 1).squaredDistance()[0]).isInfinite();
  }

  @Test
  void refusesOtherSizesAndMoreNeighboursThanThereAre() {
    ImageBatch other = ImageBatch.unlabelled(new ImageShape(3, 4, 1), new float[12]);
    assertThatThrownBy(() -> search(other, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3x4x1");
    assertThatThrownBy(() -> search(OTHERS.batch(0), COUNT + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5001 neighbours");
  }

  @Test
  void endsBetweenTwoBlocksWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(
            () -> new NearestImages(TRAINING).of(OTHERS.batch(0), 1, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static Neighbours search(ImageBatch wanted, int each) {
    return new NearestImages(TRAINING).of(wanted, each, Progress.NONE, new Cancellation());
  }

  private static double distance(float[] image, int index) {
    float[] other = TRAINING.batch(index).pixels();
    double sum = 0;
    for (int p = 0; p < image.length; p++) {
      sum += Math.pow((double) image[p] - other[p], 2);
    }
    return sum;
  }

  private static ImageSet noise(int count, long seed) {
    byte[] pixels = new byte[count * SHAPE.size()];
    new Seed(seed).generator().nextBytes(pixels);
    return new ImageSet(SHAPE, pixels, new byte[0]);
  }
}
