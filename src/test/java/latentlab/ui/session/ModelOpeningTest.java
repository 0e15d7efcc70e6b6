package latentlab.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import org.junit.jupiter.api.Test;

class ModelOpeningTest {

  private final List<Runnable> closings = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final ExplorationSession session = new ExplorationSession(closings::add);
  private final ModelShelf shelf = new ModelShelf(closings::add);

  private ModelOpening opening(ModelOpening.Reader reader) {
    return new ModelOpening(session, shelf, reader, Runnable::run, Runnable::run, problems::add);
  }

  private static ShelvedModel model(String id, String title) {
    return new ShelvedModel(
        id, title, SilentModels.named(title, false).card(), ModelOpeningTest::none);
  }

  private static GenerativeModel none() {
    throw new UnsupportedOperationException("never asked");
  }

  @Test
  void exploresAModelOfTheShelfByItsTitle() {
    shelf.add(model("a", "first"));
    shelf.add(model("b", "second"));

    opening(folder -> model("", "")).explore(shelf.models().get(1));

    assertThat(session.current().map(ExploredModel::title)).contains("second");
  }

  @Test
  void putsTheModelOfAFolderOnTheShelfOnce() {
    ModelOpening opening = opening(folder -> model(folder.toString(), "from a folder"));

    opening.openFolder(Path.of("x"));
    opening.openFolder(Path.of("x"));

    assertThat(shelf.models()).hasSize(1);
    assertThat(session.current().map(ExploredModel::title)).contains("from a folder");
  }

  @Test
  void shelvesAModelWithoutExploringIt() {
    Path folder = Path.of("x").toAbsolutePath();
    shelf.add(model("bundled", "first"));
    ModelOpening opening = opening(read -> model(read.toString(), "from a folder"));

    opening.shelve(folder);

    assertThat(shelf.models()).extracting(ShelvedModel::title).contains("from a folder");
    assertThat(shelf.folders()).containsExactly(folder);
    assertThat(session.current()).isEmpty();
  }

  @Test
  void tellsWhatIsWrongWithAFolder() {
    opening(
            folder -> {
              throw new InvalidInputException("x: not found");
            })
        .openFolder(Path.of("x"));

    assertThat(problems).containsExactly("x: not found");
    assertThat(shelf.models()).isEmpty();
    assertThat(session.current()).isEmpty();
  }

  @Test
  void comesBackToTheModelOfTheTrainingThatWasLeft() {
    ExploredModel training = SilentModels.named("training", true);
    session.exploreTraining(training);
    shelf.add(model("a", "first"));
    ModelOpening opening = opening(folder -> model("", ""));
    opening.explore(shelf.models().get(0));
    assertThat(closings).isEmpty();
    session.trainingEnded(training.atRest());
    assertThat(session.current().map(ExploredModel::title)).contains("first");

    opening.exploreTrained();

    assertThat(session.current()).contains(training.atRest());
    assertThat(closings).hasSize(1);
  }

  @Test
  void theModelOfATrainingIsClosedWhenAnotherIsTrained() {
    session.exploreTraining(SilentModels.named("one", true));
    session.exploreTraining(SilentModels.named("two", true));

    assertThat(closings).hasSize(1);
    session.close();
    assertThat(closings).hasSize(2);
  }

  @Test
  void weightsOfATrainingThatIsNotExploredChangeNoPicture() {
    session.exploreTraining(SilentModels.named("one", true));
    session.explore(SilentModels.named("other", false));
    long before = session.revision().get();

    session.weightsChanged();

    assertThat(session.revision().get()).isEqualTo(before);
  }

  @Test
  void theShelfOpensEachModelOnceAndClosesItWithItself() {
    ShelvedModel model = model("a", "first");
    shelf.add(model);

    assertThat(shelf.replica(model)).isSameAs(shelf.replica(model));
    shelf.close();

    assertThat(closings).hasSize(1);
    assertThat(shelf.models()).isEmpty();
  }
}
