package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.ui.neighbours.TrainingSet;
import org.junit.jupiter.api.Test;

class DatasetTrainingImagesTest {

  private static final ImageShape SHAPE = new ImageShape(2, 2, 1);

  private final OneDataset source = new OneDataset(shoes());
  private final DatasetTrainingImages images = new DatasetTrainingImages(source);

  private TrainingSet open(String dataset, String fingerprint, long seed, ImageShape shape) {
    ModelCard card =
        new ModelCard(
            "test",
            new Config(),
            new ImageDomain(shape, List.of()),
            new ModelCard.Provenance(dataset, fingerprint, seed, 1, 1, Map.of(), "1"));
    return images.open(card, Progress.NONE, new Cancellation());
  }

  @Test
  void givesTheTrainingPartWithTheSeedOfTheTrainingAndKeepsTheLatest() {
    TrainingSet first = open("shoes", "print", 3, SHAPE);
    assertThat(first.images().size()).isEqualTo(5);
    assertThat(open("shoes", "print", 3, SHAPE)).isSameAs(first);
    assertThat(source.asked()).containsExactly("shoes 3");

    open("shoes", "print", 4, SHAPE);
    open("shoes", "print", 3, SHAPE);
    assertThat(source.asked())
        .as("one set at a time")
        .containsExactly("shoes 3", "shoes 4", "shoes 3");
  }

  @Test
  void refusesOtherImagesThanTheModelHasLearntFrom() {
    assertThatThrownBy(() -> open("shoes", "another print", 3, SHAPE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("shoes")
        .hasMessageContaining("not the one");
    assertThatThrownBy(() -> open("shoes", "print", 3, new ImageShape(3, 3, 1)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void saysThatTheDataIsNotHereAndLooksAgainTheNextTime() {
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> open("hats", "", 1, SHAPE))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("no data set hats");
    }
    assertThat(source.asked()).containsExactly("hats 1", "hats 1");
  }

  private record Config() implements ModelConfig {}

  private static Dataset shoes() {
    return new Dataset("shoes", empty(5), empty(2), empty(3), List.of(), "print");
  }

  private static ImageSet empty(int count) {
    return new ImageSet(SHAPE, new byte[count * SHAPE.size()], new byte[0]);
  }
}
