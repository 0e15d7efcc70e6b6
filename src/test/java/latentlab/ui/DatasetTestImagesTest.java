package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import org.junit.jupiter.api.Test;

class DatasetTestImagesTest {

  private static final ImageShape TINY = new ImageShape(1, 2, 1);

  private final OneDataset source = new OneDataset(tiny());
  private final DatasetTestImages images = new DatasetTestImages(source, Runnable::run);

  private TestImages.Opened open(ImageShape shape, String dataset, long seed) {
    return images.open(shape, dataset, new Seed(seed)).join();
  }

  @Test
  void givesTheTestImagesOfTheNamedDataSetAndLoadsThemOnce() {
    TestImages.Opened opened = open(TINY, "tiny", 1);
    ImageBatch examples = images.examples(TINY, "tiny").join();

    assertThat(opened.dataset()).isEqualTo("tiny");
    assertThat(opened.named()).isTrue();
    assertThat(opened.images().size()).isEqualTo(1_200);
    assertThat(examples.count()).isEqualTo(TestImages.MOST_EXAMPLES);
    assertThat(examples.pixels()[0]).isEqualTo(5 / 255f);
    assertThat(examples.labels()).containsOnly(3);
    assertThat(open(TINY, "tiny", 1)).isSameAs(opened);
    assertThat(source.asked()).containsExactly("tiny 1");
  }

  @Test
  void keepsTheFewSetsThatWereAskedForLast() {
    for (long seed : new long[] {1, 2, 3, 4, 1, 5}) {
      open(TINY, "tiny", seed);
    }
    source.asked().clear();
    open(TINY, "tiny", 1);
    assertThat(source.asked()).as("asked for again since").isEmpty();
    open(TINY, "tiny", 2);
    assertThat(source.asked()).as("not asked for since").containsExactly("tiny 2");
  }

  @Test
  void takesTheTestPartOfTheSyntheticDigitsWhereTheDataIsMissingButHasTheirShape() {
    TestImages.Opened digits = open(SyntheticDigits.SHAPE, "missing", 1);
    ImageSet whole =
        new DatasetCatalog(Optional.empty(), Path.of("nowhere"))
            .load(DatasetCatalog.SYNTHETIC, new Seed(7), Progress.NONE, new Cancellation())
            .test();

    assertThat(digits.dataset()).isEqualTo(DatasetCatalog.SYNTHETIC);
    assertThat(digits.named()).isFalse();
    assertThat(digits.classNames()).hasSize(10);
    assertThat(digits.images().size()).isEqualTo(whole.size());
    assertThat(digits.images().imageBytes(0)).isEqualTo(whole.imageBytes(0));
    assertThat(digits.images().imageBytes(1_999)).isEqualTo(whole.imageBytes(1_999));
    assertThat(open(SyntheticDigits.SHAPE, DatasetCatalog.SYNTHETIC, 1).named()).isTrue();
    assertThat(open(SyntheticDigits.SHAPE, "tiny", 1).named()).as("of another size").isFalse();
  }

  @Test
  void saysWhatIsMissingWhereNothingFitsAndTriesAgain() {
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> open(TINY, "missing", 1))
          .hasRootCauseInstanceOf(InvalidInputException.class)
          .hasMessageContaining("no data set missing");
    }
    assertThat(source.asked()).containsExactly("missing 1", "missing 1");
    assertThatThrownBy(() -> open(new ImageShape(3, 3, 1), "tiny", 1))
        .hasRootCauseInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tiny");
  }

  /** Of 1,200 images. */
  private static Dataset tiny() {
    byte[] labels = new byte[1_200];
    Arrays.fill(labels, (byte) 3);
    byte[] pixels = new byte[2_400];
    Arrays.fill(pixels, (byte) 5);
    ImageSet test = new ImageSet(TINY, pixels, labels);
    return new Dataset("tiny", test, test, test, List.of(), "");
  }
}
