package latentlab.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.RealData;
import latentlab.data.idx.IdxBytes;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("shapes"));
  }

  @Test
  void readsAllFourFiles() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));
    put("train-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(40)));
    put("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(7, 99)));
    put("t10k-labels-idx1-ubyte", IdxBytes.labels(7));

    Dataset dataset = load(1);

    assertThat(dataset.name()).isEqualTo("shapes");
    assertThat(dataset.shape()).isEqualTo(new ImageShape(3, 2, 1));
    assertThat(dataset.train().size()).isEqualTo(38);
    assertThat(dataset.validation().size()).isEqualTo(2);
    assertThat(dataset.test().size()).isEqualTo(7);
    assertThat(dataset.test().imageBytes(0)).isEqualTo(IdxBytes.counting(6, 99));
    assertThat(dataset.test().label(6)).isEqualTo(6);
    assertThat(dataset.classNames())
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertEachImageOnceWithItsLabel(dataset.train(), dataset.validation());
  }

  @Test
  void readsTheDottedNames() throws IOException {
    put("train-images.idx3-ubyte", IdxBytes.images(40, 0));
    put("train-labels.idx1-ubyte", IdxBytes.labels(40));

    assertThat(load(1).train().isLabelled()).isTrue();
  }

  @Test
  void readsImagesWithoutLabels() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));

    Dataset dataset = load(1);

    assertThat(dataset.classNames()).isEmpty();
    assertThat(dataset.train().isLabelled()).isFalse();
  }

  @Test
  void splitsOffASixthForTheTestWhereThereIsNoTestPart() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(42, 0));
    put("train-labels-idx1-ubyte", IdxBytes.labels(42));

    Dataset dataset = load(1);

    assertThat(dataset.test().size()).isEqualTo(7);
    assertThat(dataset.validation().size()).isEqualTo(1);
    assertThat(dataset.train().size()).isEqualTo(34);
    assertEachImageOnceWithItsLabel(dataset.train(), dataset.validation(), dataset.test());
  }

  @Test
  void splitsBySeedButKeepsTheFingerprint() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(42, 0));

    Dataset one = load(1);
    Dataset again = load(1);
    Dataset other = load(2);

    assertThat(firstBytes(again.test())).isEqualTo(firstBytes(one.test()));
    assertThat(firstBytes(other.test())).isNotEqualTo(firstBytes(one.test()));
    assertThat(other.fingerprint()).isEqualTo(one.fingerprint()).hasSize(64);
  }

  @Test
  void fingerprintChangesWithAPixelALabelOrTheTestPart() throws IOException {
    Set<String> fingerprints = new HashSet<>();
    byte[] images = IdxBytes.images(42, 0);
    byte[] labels = IdxBytes.labels(42);
    put("train-images-idx3-ubyte", images);
    fingerprints.add(load(1).fingerprint());

    put("train-labels-idx1-ubyte", labels);
    fingerprints.add(load(1).fingerprint());

    images[20]++;
    put("train-images-idx3-ubyte", images);
    fingerprints.add(load(1).fingerprint());

    labels[20]--;
    put("train-labels-idx1-ubyte", labels);
    fingerprints.add(load(1).fingerprint());

    put("t10k-images-idx3-ubyte", IdxBytes.images(3, 0));
    fingerprints.add(load(1).fingerprint());

    assertThat(fingerprints).hasSize(5);
  }

  @Test
  void namesTheClassesOfFashionMnistByTheFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("fashion-mnist"));
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));
    put("train-labels-idx1-ubyte", IdxBytes.labels(40));

    assertThat(load(1).classNames()).hasSize(10).startsWith("T-shirt/top").endsWith("Ankle boot");
  }

  @Test
  void namesOtherClassesByTheirNumbers() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));
    put("train-labels-idx1-ubyte", IdxBytes.of(IdxBytes.counting(40, 0), 40));

    assertThat(load(1).classNames()).hasSize(40).endsWith("39");
  }

  @Test
  void refusesDifferentCountsOfImagesAndLabels() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));
    put("train-labels-idx1-ubyte", IdxBytes.labels(39));

    assertRefused("train-labels-idx1-ubyte: holds 39 labels; expected 40");
  }

  @Test
  void refusesTestImagesOfAnotherSize() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));
    put("t10k-images-idx3-ubyte", IdxBytes.of(new byte[8], 2, 2, 2));

    assertRefused("test images are 2x2x1; expected 3x2x1");
  }

  @Test
  void refusesTestLabelsWithoutTestImages() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(40, 0));
    put("t10k-labels-idx1-ubyte", IdxBytes.labels(4));

    assertRefused("t10k-labels-idx1-ubyte: has no images beside it");
  }

  @Test
  void refusesAFolderWithoutData() {
    assertThat(new DatasetFolder(folder).holdsDataset()).isFalse();
    assertRefused("holds no images to train on; expected train-images-idx3-ubyte");
  }

  @Test
  void refusesAMissingFolderAndAFile() throws IOException {
    folder = root.resolve("missing");
    assertRefused("does not exist; expected a folder");

    folder = Files.writeString(root.resolve("file"), "text");
    assertRefused("is no folder; expected a folder");
  }

  @Test
  void refusesTooFewImages() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(2, 0));

    assertRefused("data set shapes: holds 2 images to train on; expected at least 3");
  }

  @Test
  void splitsThreeImagesIntoThreeParts() throws IOException {
    put("train-images-idx3-ubyte", IdxBytes.images(3, 0));

    Dataset dataset = load(1);

    assertThat(dataset.train().size()).isEqualTo(1);
    assertThat(dataset.validation().size()).isEqualTo(1);
    assertThat(dataset.test().size()).isEqualTo(1);
  }

  @Test
  void readsRealMnist() {
    folder = RealData.folder("mnist");

    Dataset mnist = load(1);

    assertThat(mnist.train().size()).isEqualTo(59_000);
    assertThat(mnist.validation().size()).isEqualTo(1_000);
    assertThat(mnist.test().size()).isEqualTo(10_000);
    assertThat(mnist.shape()).isEqualTo(new ImageShape(28, 28, 1));
    assertThat(labelCounts(mnist.train(), mnist.validation()))
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(labelCounts(mnist.test()))
        .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(mnist.classNames()).hasSize(10);
  }

  @Test
  void readsRealFashionMnistAndSmallDigits() {
    folder = RealData.folder("fashion-mnist");
    assertThat(load(1).classNames()).element(9).isEqualTo("Ankle boot");

    folder = RealData.folder("digits8x8");
    Dataset digits = load(1);
    assertThat(digits.shape()).isEqualTo(new ImageShape(8, 8, 1));
    assertThat(digits.train().size() + digits.validation().size()).isEqualTo(3823);
    assertThat(digits.validation().size()).isEqualTo(191);
  }

  private static int[] labelCounts(ImageSet... parts) {
    int[] counts = new int[10];
    for (ImageSet part : parts) {
      for (int i = 0; i < part.size(); i++) {
        counts[part.label(i)]++;
      }
    }
    return counts;
  }

  /** The images of {@link IdxBytes#images} count up by six from 0, their labels by one. */
  private static void assertEachImageOnceWithItsLabel(ImageSet... parts) {
    Set<Integer> seen = new HashSet<>();
    int count = 0;
    for (ImageSet part : parts) {
      count += part.size();
      for (int i = 0; i < part.size(); i++) {
        int first = Byte.toUnsignedInt(part.imageBytes(i)[0]);
        assertThat(part.label(i)).isEqualTo(first / 6 % 10);
        seen.add(first);
      }
    }
    assertThat(seen).hasSize(count);
  }

  private static int[] firstBytes(ImageSet images) {
    return IntStream.range(0, images.size()).map(i -> images.imageBytes(i)[0]).toArray();
  }

  private void put(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), Arrays.copyOf(content, content.length));
  }

  private Dataset load(long seed) {
    return new DatasetFolder(folder).load(new Seed(seed), Progress.NONE, new Cancellation());
  }

  private void assertRefused(String part) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> load(1))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(part).hasLineCount(1));
  }
}
