package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import latentlab.ui.training.DatasetSource;
import org.junit.jupiter.api.Test;

class DatasetTestImagesTest {

  private static final ImageShape SMALL = new ImageShape(2, 2, 1);
  private static final ImageShape LARGE = new ImageShape(3, 3, 1);

  private final DatasetTestImages images =
      new DatasetTestImages(new Shelf(Map.of("shoes", LARGE, DatasetCatalog.SYNTHETIC, SMALL)));

  private TestImages.Opened open(String dataset, ImageShape shape) {
    ModelCard card =
        new ModelCard(
            "test",
            new Config(),
            new ImageDomain(shape, List.of()),
            new ModelCard.Provenance(dataset, "", 1, 1, 1, Map.of(), "1"));
    return images.open(card, Progress.NONE, new Cancellation());
  }

  @Test
  void theTestImagesOfTheNamedDataSetAreTaken() {
    TestImages.Opened opened = open("shoes", LARGE);
    assertThat(opened.dataset()).isEqualTo("shoes");
    assertThat(opened.named()).isTrue();
    assertThat(opened.images().size()).isEqualTo(7);
  }

  @Test
  void syntheticDigitsTakeThePlaceOfDataThatIsNotHereOrHasAnotherSize() {
    for (String dataset : List.of("hats", "shoes")) {
      TestImages.Opened opened = open(dataset, SMALL);
      assertThat(opened.dataset()).isEqualTo(DatasetCatalog.SYNTHETIC);
      assertThat(opened.named()).isFalse();
    }
  }

  @Test
  void withoutImagesOfTheModelsSizeItSaysSo() {
    assertThatThrownBy(() -> open("hats", LARGE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no test images")
        .hasMessageContaining("hats");
  }

  private record Config() implements ModelConfig {}

  /** Data sets by name, with seven test images each. */
  private record Shelf(Map<String, ImageShape> shapes) implements DatasetSource {

    @Override
    public List<DatasetListing> list() {
      return List.of();
    }

    @Override
    public Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
      ImageShape shape = shapes.get(name);
      if (shape == null) {
        throw new InvalidInputException("there is no data set " + name);
      }
      return new Dataset(
          name, empty(shape, 1), empty(shape, 2), empty(shape, 7), List.of(), "fingerprint");
    }

    @Override
    public void download(String name, Progress progress, Cancellation cancellation) {
      throw new IllegalStateException("nothing is downloaded");
    }

    private static ImageSet empty(ImageShape shape, int count) {
      return new ImageSet(shape, new byte[count * shape.size()], new byte[0]);
    }
  }
}
