package latentlab.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class SyntheticDatasetTest {

  private static final ImageShape SHAPE = new ImageShape(4, 4, 1);

  @Test
  void hasItsDefaultSizesAndTenClasses() {
    Dataset dataset = load(2, new Seed(1));

    assertThat(dataset.train().size()).isEqualTo(19_000);
    assertThat(dataset.validation().size()).isEqualTo(1_000);
    assertThat(dataset.test().size()).isEqualTo(2_000);
    assertThat(dataset.classNames()).hasSize(10);
    assertThat(dataset.test().label(13)).isEqualTo(3);
  }

  @Test
  void isTheSameHoweverManyThreadsDrawIt() {
    Dataset one = load(1, new Seed(1));
    Dataset four = load(4, new Seed(1));

    assertThat(four.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(four.validation().imageBytes(7)).isEqualTo(one.validation().imageBytes(7));
  }

  @Test
  void isOneDataSetWhoseValidationPartDependsOnTheSeed() {
    Dataset one = load(2, new Seed(1));
    Dataset two = load(2, new Seed(2));

    assertThat(two.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(two.validation().imageBytes(0)).isNotEqualTo(one.validation().imageBytes(0));
  }

  @Test
  void drawsNoImageTwice() {
    Dataset dataset = load(2, new Seed(1));
    List<Integer> hashes = new ArrayList<>();
    for (ImageSet part : List.of(dataset.train(), dataset.validation(), dataset.test())) {
      for (int i = 0; i < part.size(); i++) {
        hashes.add(java.util.Arrays.hashCode(part.imageBytes(i)));
      }
    }

    assertThat(hashes.stream().distinct().count()).isGreaterThan(21_990);
  }

  @Test
  void tellsItsProgressToTheEnd() {
    List<Long> done = new ArrayList<>();

    new SyntheticDataset(SyntheticDatasetTest::noise, 2)
        .load("s", new Seed(1), (d, total, what) -> done.add(d), new Cancellation());

    assertThat(done).isSorted().endsWith(22_000L);
  }

  @Test
  void stopsSoonWhenCancelledAndLeavesNoThread() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    AtomicInteger chunks = new AtomicInteger();
    SyntheticSource source =
        (from, count) -> {
          if (chunks.incrementAndGet() == 3) {
            cancellation.cancel();
          }
          return noise(from, count);
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                new SyntheticDataset(source, 2)
                    .load("s", new Seed(1), Progress.NONE, cancellation));
    assertThat(chunks.get()).isLessThanOrEqualTo(4);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("synthetic-digits")) {
        // A pool is terminated a moment before its last thread has gone.
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void passesOnWhatTheSourceThrows() {
    SyntheticSource broken =
        (from, count) -> {
          throw new IllegalStateException("broken pen");
        };

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new SyntheticDataset(broken, 2)
                    .load("s", new Seed(1), Progress.NONE, new Cancellation()))
        .withMessage("broken pen");
  }

  private static Dataset load(int threads, Seed seed) {
    return new SyntheticDataset(SyntheticDatasetTest::noise, threads)
        .load("synthetic", seed, Progress.NONE, new Cancellation());
  }

  private static ImageSet noise(int from, int count) {
    byte[] pixels = new byte[count * SHAPE.size()];
    new Seed(from).generator().nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) ((from + i) % 10);
    }
    return new ImageSet(SHAPE, pixels, labels);
  }
}
