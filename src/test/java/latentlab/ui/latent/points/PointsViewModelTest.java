package latentlab.ui.latent.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.ui.session.TestImages;
import org.junit.jupiter.api.Test;

class PointsViewModelTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<Integer> asked = new ArrayList<>();
  private String missing = "";
  private int shift;
  private final PointsViewModel model =
      new PointsViewModel(
          (shape, dataset, seed) ->
              missing.isEmpty()
                  ? CompletableFuture.completedFuture(
                      new TestImages.Opened("test", Clouds.images(2_500), Clouds.CLASSES, true))
                  : CompletableFuture.failedFuture(new InvalidInputException(missing)),
          background::add,
          Runnable::run,
          (work, delay) -> work.run());

  /** The code of image i is (brightness, 7 + shift, brightness squared). */
  private CompletableFuture<LatentCodes> encode(ImageBatch images) {
    asked.add(images.count());
    float[] values = new float[3 * images.count()];
    for (int i = 0; i < images.count(); i++) {
      float brightness = images.pixels()[i];
      values[3 * i] = brightness;
      values[3 * i + 1] = 7 + shift;
      values[3 * i + 2] = brightness * brightness;
    }
    return CompletableFuture.completedFuture(new LatentCodes(images.count(), 3, values));
  }

  private static ModelCard card() {
    return new ModelCard(
        "test",
        new Config(),
        new ImageDomain(new ImageShape(1, 1, 1), Clouds.CLASSES),
        new ModelCard.Provenance("test", "", 1, 1, 1, Map.of(), "1"));
  }

  private void explore() {
    model.explore(card(), this::encode);
    model.setLooked(true);
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private PlanePoints points() {
    PlanePoints present = model.points().get();
    return present == null ? new PlanePoints(new float[0]) : present;
  }

  @Test
  void nothingIsLoadedUntilSomebodyLooks() {
    model.explore(card(), this::encode);
    assertThat(background).isEmpty();
    model.setLooked(true);
    assertThat(model.state().get()).isEqualTo(PointsViewModel.State.WORKING);
    work();
    assertThat(model.state().get()).isEqualTo(PointsViewModel.State.IDLE);
    assertThat(points().count()).isEqualTo(2_000);
    model.setLooked(false);
    model.setLooked(true);
    assertThat(background).as("what is there is not loaded again").isEmpty();
  }

  @Test
  void pointsFollowAModelThatLearnsWithoutBeingTakenAway() {
    explore();
    work();
    PointCloud before = model.cloud().get();
    List<Integer> counts = new ArrayList<>();
    model.points().addListener((observable, old, now) -> counts.add(now == null ? 0 : now.count()));
    shift = 5;
    model.weightsChanged();
    assertThat(model.state().get()).isEqualTo(PointsViewModel.State.FOLLOWING);
    work();
    assertThat(model.state().get()).isEqualTo(PointsViewModel.State.IDLE);
    assertThat(model.cloud().get()).isNotSameAs(before);
    assertThat(points().y(0)).isEqualTo(12);
    assertThat(counts).as("a view keeps its place").containsExactly(2_000);
  }

  @Test
  void onlyWhoLooksSeesThePointsFollow() {
    explore();
    work();
    model.setLooked(false);
    model.weightsChanged();
    assertThat(background).isEmpty();
    model.setLooked(true);
    assertThat(background).as("what was missed is made up for").hasSize(1);
    work();
    model.setLooked(false);
    model.setLooked(true);
    assertThat(background).isEmpty();
  }

  @Test
  void aProjectionThatTakesLongIsNotBegunAnewForEachChange() {
    explore();
    model.setCount(PointsViewModel.FEWEST);
    work();
    model.layOut(PointsLayout.UMAP);
    background.clear();
    model.cancel();
    model.weightsChanged();
    assertThat(background).isEmpty();
  }

  @Test
  void imagesAreEncodedAFewAtATime() {
    explore();
    work();
    assertThat(asked).allMatch(count -> count <= 100);
    assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2_000);
  }

  @Test
  void pointsLieOnThePlaneThatTheGridShows() {
    explore();
    work();
    model.setPlane(
        codes -> {
          float[] places = new float[2 * codes.count()];
          for (int i = 0; i < codes.count(); i++) {
            places[2 * i] = codes.values()[3 * i + 2];
          }
          return new PlanePoints(places);
        });
    assertThat(points().x(255)).isEqualTo(1);
    assertThat(points().y(255)).isZero();
    assertThat(model.placeOf(new float[] {0, 0, 5}).orElseThrow().x(0)).isEqualTo(5);
  }

  @Test
  void anotherLayoutKeepsTheImagesAndTellsHowManyNeighboursItKeeps() {
    model.setCount(1_000);
    explore();
    work();
    asked.clear();
    PointCloud cloud = model.cloud().get();
    model.layOut(PointsLayout.PRINCIPAL);
    work();
    assertThat(model.placeOf(new float[] {0, 7, 0})).isPresent();
    assertThat(model.kept().get()).isNaN();
    model.layOut(PointsLayout.UMAP);
    work();
    assertThat(asked).isEmpty();
    assertThat(model.cloud().get()).isSameAs(cloud);
    assertThat(model.kept().get()).isBetween(0.1, 1.0);
    assertThat(model.placeOf(new float[] {0, 7, 0})).isEmpty();
  }

  @Test
  void whatIsAskedForLaterEndsWhatIsOnItsWay() {
    explore();
    model.setCount(1_000);
    assertThat(background).hasSize(2);
    background.remove().run();
    assertThat(model.cloud().get()).as("the first answer is stale").isNull();
    assertThat(asked).isEmpty();
    work();
    assertThat(points().count()).isEqualTo(1_000);
  }

  @Test
  void cancelLeavesWhatWasShown() {
    explore();
    work();
    PlanePoints before = points();
    model.layOut(PointsLayout.TSNE);
    model.cancel();
    work();
    assertThat(points()).isSameAs(before);
    assertThat(model.state().get()).isEqualTo(PointsViewModel.State.IDLE);
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void whatGoesWrongIsToldInOneLineAndCanBeTriedAgain() {
    missing = "there are no images";
    explore();
    work();
    assertThat(model.problem().get()).isEqualTo("there are no images");
    assertThat(model.state().get()).isEqualTo(PointsViewModel.State.IDLE);
    missing = "";
    model.refresh();
    work();
    assertThat(model.problem().get()).isEmpty();
    assertThat(points().count()).isEqualTo(2_000);
  }

  @Test
  void anEncoderThatFailsIsTold() {
    model.explore(
        card(),
        images -> CompletableFuture.failedFuture(new InvalidInputException("no such images")));
    model.setLooked(true);
    work();
    assertThat(model.problem().get()).isEqualTo("no such images");
  }

  @Test
  void theNearestImagesOfTheChosenPointAreFound() {
    explore();
    model.showChosen(new float[] {1, 7, 1});
    work();
    assertThat(model.neighbours().get()).startsWith(255, 511, 767).hasSize(8);
    model.showChosen(new float[] {0, 7, 0});
    assertThat(model.neighbours().get()).startsWith(0, 256);
    model.showChosen(new float[] {0, 7});
    assertThat(model.neighbours().get()).isEmpty();
  }

  @Test
  void aClickOnAPointGivesItsCode() {
    List<float[]> chosen = new ArrayList<>();
    model.onChoose(chosen::add);
    model.choose(3);
    assertThat(chosen).isEmpty();
    explore();
    work();
    model.choose(255);
    assertThat(chosen.get(0)).containsExactly(1, 7, 1);
  }

  @Test
  void anotherModelForgetsThePointsOfTheOneBefore() {
    explore();
    work();
    model.hiddenClasses().add(1);
    model.setLooked(false);
    model.explore(card(), this::encode);
    assertThat(model.cloud().get()).isNull();
    assertThat(model.points().get()).isNull();
    assertThat(model.hiddenClasses()).isEmpty();
    model.exploreNothing();
    model.setLooked(true);
    assertThat(background).isEmpty();
  }

  private record Config() implements ModelConfig {}
}
