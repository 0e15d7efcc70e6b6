package latentlab.ui.keepsake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import latentlab.models.LatentCodes;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.Origins;
import latentlab.ui.history.Pin;
import latentlab.ui.history.PinList;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.SilentModels;
import latentlab.ui.session.WeightsHash;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsakesTest {

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Pin> copied = new ArrayList<>();
  private final FakePictureTab tab = new FakePictureTab("latent-space", true);
  private final SimpleObjectProperty<LabTab> front = new SimpleObjectProperty<>(tab);
  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final PinList pins = new PinList();
  private Optional<Path> answer = Optional.empty();
  private final Keepsakes keepsakes =
      new Keepsakes(
          front,
          session,
          pins,
          new Keepsakes.Outlets(
              name -> {
                names.add(name);
                return answer;
              },
              copied::add,
              told::add),
          Runnable::run,
          Runnable::run,
          Messages.load());

  @BeforeEach
  void exploreAStoredModel() {
    ExploredModel silent = SilentModels.named("A model", false);
    session.explore(
        new ExploredModel(
            silent.title(),
            silent.card(),
            silent.replica(),
            false,
            "vae/2 d",
            new WeightsHash(() -> Origins.HASH)));
  }

  private ImageOrigin shown() {
    ImageOrigin origin =
        ImageOrigin.of(
                session.current().map(ExploredModel::reference).orElseThrow(), "latent-space")
            .withCodes(LatentCodes.of(1, 2));
    tab.show(origin);
    return origin;
  }

  @Test
  void savesAPictureThatTellsItsOriginWithTheHashOfTheWeights() {
    ImageOrigin origin = shown();
    answer = Optional.of(folder.resolve("mine"));
    keepsakes.save();

    assertThat(names).containsExactly("vae-2-d-latent-space.png");
    ImageOrigin read = DescribedPicture.read(folder.resolve("mine.png")).orElseThrow();
    assertThat(read.codes()).isEqualTo(origin.codes());
    assertThat(read.model().weightsHash()).contains(Origins.HASH);
    assertThat(told).singleElement().asString().contains("mine.png");
  }

  @Test
  void writesNothingIfTheUserNamesNoFile() {
    shown();
    keepsakes.save();

    assertThat(told).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tellsInOneLineWhatCouldNotBeWritten() throws Exception {
    shown();
    Files.createDirectory(folder.resolve("taken.png"));
    answer = Optional.of(folder.resolve("taken.png"));
    keepsakes.save();

    assertThat(told).singleElement().asString().contains("it is a folder").hasLineCount(1);
  }

  @Test
  void pinsTheNewestFirstAndOpensTheStripForTheFirstOne() {
    shown();
    keepsakes.pin();
    assertThat(pins.shown().get()).isTrue();
    pins.shown().set(false);
    tab.show(shown().withSeed(9));
    keepsakes.pin();

    assertThat(pins.shown().get()).isFalse();
    assertThat(pins.pins()).hasSize(2);
    assertThat(pins.pins().get(0).origin().seed()).hasValue(9);
    assertThat(pins.pins().get(0).origin().model().weightsHash()).contains(Origins.HASH);
  }

  @Test
  void copiesThePicture() {
    shown();
    keepsakes.copy();

    assertThat(copied).singleElement().isNotNull();
    assertThat(told).containsExactly("The picture is on the clipboard.");
  }

  @Test
  void tellsThatThereIsNothingToKeep() {
    keepsakes.pin();
    keepsakes.copy();
    keepsakes.save();

    assertThat(told).hasSize(3).allMatch(line -> line.contains("no picture"));
    assertThat(pins.pins()).isEmpty();
  }

  @Test
  void letsTheOldestPinsGo() {
    ImageOrigin origin = shown();
    for (int i = 0; i < PinList.MOST_PINS + 5; i++) {
      pins.add(new Pin(tab.picture().orElseThrow(), origin.withSeed(i)));
    }

    assertThat(pins.pins()).hasSize(PinList.MOST_PINS);
    assertThat(pins.pins().get(0).origin().seed()).hasValue(PinList.MOST_PINS + 4);
    Pin second = pins.pins().get(1);
    pins.remove(second);
    assertThat(pins.pins()).hasSize(PinList.MOST_PINS - 1).doesNotContain(second);
  }
}
