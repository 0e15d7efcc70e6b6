package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.training.DatasetSource;
import org.junit.jupiter.api.Test;

class CatalogExamplesTest {

  private static final ImageShape TINY = new ImageShape(1, 2, 1);

  private final List<String> loaded = new ArrayList<>();
  private final CatalogExamples examples = new CatalogExamples(new Datasets(), Runnable::run);

  @Test
  void givesTheFirstTestImagesWithLabelsAndLoadsThemOnce() {
    ImageBatch first = examples.examples(TINY, "tiny").join();

    assertThat(first.count()).isEqualTo(1_000);
    assertThat(first.pixels()[0]).isEqualTo(5 / 255f);
    assertThat(first.labels()).containsOnly(3);
    assertThat(examples.examples(TINY, "tiny").join()).isSameAs(first);
    assertThat(loaded).containsExactly("tiny");
  }

  @Test
  void drawsDigitsWhereTheDataIsMissingButHasTheirShape() {
    ImageBatch digits = examples.examples(SyntheticDigits.SHAPE, "missing").join();

    assertThat(digits.count()).isEqualTo(1_000);
    assertThat(digits.labels()).contains(0, 9);
  }

  @Test
  void saysWhatIsMissingWhereNothingFitsAndTriesAgain() {
    assertThatThrownBy(() -> examples.examples(TINY, "missing").join())
        .hasRootCauseInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no missing");
    assertThatThrownBy(() -> examples.examples(TINY, "missing").join())
        .hasRootCauseInstanceOf(InvalidInputException.class);
    assertThat(loaded).containsExactly("missing", "missing");
  }

  /** Knows one data set of 1,200 images. */
  private final class Datasets implements DatasetSource {

    @Override
    public List<DatasetListing> list() {
      return List.of();
    }

    @Override
    public Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
      loaded.add(name);
      if (name.equals("missing")) {
        throw new InvalidInputException("there is no missing");
      }
      byte[] labels = new byte[1_200];
      Arrays.fill(labels, (byte) 3);
      byte[] pixels = new byte[2_400];
      Arrays.fill(pixels, (byte) 5);
      ImageSet test = new ImageSet(TINY, pixels, labels);
      return new Dataset(name, test, test, test, List.of(), "");
    }

    @Override
    public void download(String name, Progress progress, Cancellation cancellation) {
      throw new InvalidInputException("nothing can be downloaded");
    }
  }
}
