package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;
import latentlab.ui.latent.LatentSpaceViewModel.Stage;
import latentlab.ui.latent.points.NoPoints;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionLinkTest {

  private static final long LONGEST_WAIT_SECONDS = 20;

  private final LinkedBlockingQueue<Runnable> uiThread = new LinkedBlockingQueue<>();
  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final LatentSpaceViewModel viewModel =
      new LatentSpaceViewModel(uiThread::add, System::nanoTime);

  @AfterEach
  void closeSession() {
    session.close();
  }

  private SessionLink link() {
    return link(NoPoints.viewModel());
  }

  private SessionLink link(PointsViewModel points) {
    viewModel.pictures().setActive(true);
    return new SessionLink(session, viewModel, points, uiThread::add);
  }

  private void runUntil(BooleanSupplier reached) throws InterruptedException {
    while (!reached.getAsBoolean()) {
      Runnable next = uiThread.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("an answer of the model").isNotNull();
      if (next != null) {
        next.run();
      }
    }
  }

  private boolean isAt(Stage stage) {
    return viewModel.stage().get() == stage;
  }

  private int latentSize() {
    ExploredSpace space = viewModel.space().get();
    return space == null ? 0 : space.size();
  }

  @Test
  void waitsForAModelAndThenDecodesItsOrigin() throws InterruptedException {
    SessionLink link = link();
    assertThat(isAt(Stage.WAITING)).isTrue();
    session.explore(BlobModel.explored(3, true));
    runUntil(() -> viewModel.pictures().decoded().get() != null);
    assertThat(latentSize()).isEqualTo(3);
    assertThat(viewModel.live().get()).isTrue();
    link.close();
  }

  @Test
  void followsAnotherModel() throws InterruptedException {
    session.explore(BlobModel.explored(3, true));
    SessionLink link = link();
    runUntil(() -> latentSize() == 3);
    session.explore(BlobModel.explored(5, false));
    runUntil(() -> latentSize() == 5);
    assertThat(viewModel.live().get()).isFalse();
    link.close();
  }

  @Test
  void aModelThatHasComeToRestKeepsItsPointAndPlane() throws InterruptedException {
    ExploredModel live = BlobModel.explored(2, true);
    session.explore(live);
    SessionLink link = link();
    runUntil(() -> isAt(Stage.READY));
    viewModel.choose(0, 0);
    ExploredSpace before = viewModel.space().get();
    session.explore(live.atRest());
    assertThat(viewModel.live().get()).isFalse();
    assertThat(viewModel.space().get()).isSameAs(before);
    assertThat(viewModel.chosen().get().coordinate(0)).isEqualTo(-3);
    link.close();
  }

  @Test
  void theImagesOfAModelThatHasComeToRestAreEncodedAgain() throws InterruptedException {
    List<String> opened = new ArrayList<>();
    ExploredModel live = BlobModel.encoding(2, true);
    session.explore(live);
    PointsViewModel points = NoPoints.viewModel(opened::add);
    SessionLink link = link(points);
    runUntil(() -> isAt(Stage.READY));
    points.setLooked(true);
    assertThat(opened).hasSize(1);
    session.explore(live.atRest());
    assertThat(opened).hasSize(2);
    link.close();
  }

  @Test
  void thePictureOfTheModelBeforeStaysUntilTheNextOneIsKnown() throws InterruptedException {
    session.explore(BlobModel.explored(2, false));
    SessionLink link = link();
    runUntil(() -> isAt(Stage.READY));
    session.explore(BlobModel.explored(3, true));
    assertThat(isAt(Stage.READY)).isTrue();
    assertThat(latentSize()).isEqualTo(2);
    assertThat(viewModel.live().get()).isTrue();
    link.close();
  }

  @Test
  void asksAModelThatIsToldTheClassForTheOneThatIsChosen() throws InterruptedException {
    SessionLink link = link();
    session.explore(BlobModel.conditional(2));
    runUntil(() -> isAt(Stage.READY));
    ExploredSpace space = viewModel.space().get();
    assertThat(space == null ? List.of() : space.classNames()).isEqualTo(BlobModel.CLASSES);

    viewModel.chooseClass(2);
    runUntil(() -> viewModel.pictures().decoded().get() != null);

    DecodedPoint decoded = viewModel.pictures().decoded().get();
    assertThat(decoded == null ? new float[0] : decoded.images().pixels())
        .isEqualTo(BlobDecoder.blobs(LatentCodes.of(2, 0)).pixels());
    link.close();
  }

  @Test
  void saysThatAModelHasNoLatentSpace() throws InterruptedException {
    SessionLink link = link();
    session.explore(BlobModel.withoutLatentSpace());
    runUntil(() -> isAt(Stage.WITHOUT_LATENT_SPACE));
    link.close();
  }

  @Test
  void saysWhyAModelCannotBeMade() throws InterruptedException {
    ModelCard card = BlobModel.withoutLatentSpace().card();
    ModelReplica broken =
        new ModelReplica(
            "broken",
            () -> {
              throw new InvalidInputException("the weights are cut short");
            });
    SessionLink link = link();
    session.explore(new ExploredModel("Broken", card, broken, false));
    runUntil(() -> !viewModel.problem().get().isEmpty());
    assertThat(viewModel.problem().get()).isEqualTo("the weights are cut short");
    assertThat(isAt(Stage.WAITING)).isTrue();
    link.close();
  }

  @Test
  void newWeightsAskForNewPictures() throws InterruptedException {
    session.explore(BlobModel.explored(2, true));
    SessionLink link = link();
    runUntil(() -> isAt(Stage.READY));
    assertThat(viewModel.pictures().waitingToRefresh().get()).isFalse();
    session.weightsChanged();
    assertThat(viewModel.pictures().waitingToRefresh().get()).isTrue();
    link.close();
  }

  @Test
  void hearsNothingOnceItIsClosed() {
    link().close();
    session.explore(BlobModel.explored(2, true));
    assertThat(viewModel.live().get()).isFalse();
    assertThat(uiThread).isEmpty();
  }
}
