package latentlab.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import org.junit.jupiter.api.Test;

class NeighboursViewModelTest {

  private static final ImageShape SHAPE = new ImageShape(1, 2, 1);

  /** Ten images, of which number i has the pixels (i, 0) tenths; their classes take turns. */
  private static final ImageSet TRAINING = training();

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> opened = new ArrayList<>();
  private String missing = "";
  private final NeighboursViewModel model =
      new NeighboursViewModel(
          this::open, background::add, Runnable::run, (work, delay) -> work.run());

  private TrainingSet open(ModelCard card, Progress progress, Cancellation cancellation) {
    opened.add(card.provenance().dataset());
    progress.report(0, 1, "reading");
    if (!missing.isEmpty()) {
      throw new InvalidInputException(missing);
    }
    return new TrainingSet(TRAINING, List.of("even", "odd"), 0.25);
  }

  private static ImageSet training() {
    byte[] pixels = new byte[20];
    byte[] labels = new byte[10];
    for (int i = 0; i < 10; i++) {
      pixels[2 * i] = (byte) Math.round(25.5 * i);
      labels[i] = (byte) (i % 2);
    }
    return new ImageSet(SHAPE, pixels, labels);
  }

  private static ModelCard card(String dataset) {
    return new ModelCard(
        "test",
        new Config(),
        new ImageDomain(SHAPE, List.of("even", "odd")),
        new ModelCard.Provenance(dataset, "", 1, 1, 1, Map.of(), "1"));
  }

  private static ImageBatch picture(double first) {
    return ImageBatch.unlabelled(SHAPE, new float[] {(float) first, 0});
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private NearestPictures found() {
    return Objects.requireNonNull(model.nearest().get());
  }

  @Test
  void findsTheNearestTrainingImagesWithTheirDistances() {
    model.wanted().set(true);
    model.explore(card("shoes"));
    model.show(picture(0.3));
    work();

    assertThat(found().neighbours().get(0).place()).isEqualTo(3);
    assertThat(found().neighbours().get(0).distance()).isCloseTo(0, within(0.005));
    assertThat(found().neighbours().get(0).className()).isEqualTo("odd");
    assertThat(found().neighbours()).hasSize(NeighboursViewModel.MOST);
    assertThat(found().neighbours().get(7).place()).isEqualTo(7);
    assertThat(found().neighbours().get(7).distance()).isCloseTo(0.4, within(0.005));
    assertThat(found().images().count()).isEqualTo(NeighboursViewModel.MOST);
    assertThat(found().usualDistance()).isEqualTo(0.25);
    assertThat(found().among()).isEqualTo(10);
    assertThat(model.isSettled()).isTrue();
  }

  @Test
  void nothingIsOpenedUntilSomebodyAsks() {
    model.explore(card("shoes"));
    model.show(picture(0.3));
    assertThat(background).isEmpty();
    model.wanted().set(true);
    work();
    assertThat(found().neighbours().get(0).place()).isEqualTo(3);
    model.wanted().set(false);
    assertThat(model.nearest().get()).isNull();
    model.show(picture(0.5));
    assertThat(background).isEmpty();
  }

  @Test
  void ofThePicturesThatComeMeanwhileOnlyTheLatestIsSearchedFor() {
    model.wanted().set(true);
    model.explore(card("shoes"));
    for (int i = 1; i < 10; i++) {
      model.show(picture(i / 10.0));
    }
    assertThat(background).hasSize(1);
    work();
    assertThat(found().neighbours().get(0).place()).as("the one at its begin").isEqualTo(9);
    assertThat(opened).hasSize(1);
  }

  @Test
  void aPictureThatComesDuringASearchFollows() {
    List<Integer> nearest = new ArrayList<>();
    List<ImageBatch> late = new ArrayList<>(List.of(picture(0.8), picture(0.6)));
    NeighboursViewModel slow =
        new NeighboursViewModel(
            (card, progress, cancellation) -> {
              while (!late.isEmpty()) {
                comesMeanwhile(late.remove(0));
              }
              return new TrainingSet(TRAINING, List.of(), 1);
            },
            background::add,
            Runnable::run,
            (work, delay) -> work.run());
    meanwhile = slow;
    slow.nearest()
        .addListener(
            (observable, before, now) -> {
              if (now != null) {
                nearest.add(now.neighbours().get(0).place());
              }
            });
    slow.wanted().set(true);
    slow.explore(card("shoes"));
    slow.show(picture(0.1));
    work();
    assertThat(nearest).containsExactly(1, 6);
  }

  private NeighboursViewModel meanwhile = model;

  private void comesMeanwhile(ImageBatch picture) {
    meanwhile.show(picture);
  }

  @Test
  void saysWhyThereIsNothingAndTriesAgainWhenAskedAgain() {
    missing = "data set shoes is not on this machine";
    model.wanted().set(true);
    model.explore(card("shoes"));
    model.show(picture(0.3));
    work();
    assertThat(model.problem().get()).isEqualTo(missing);
    model.show(picture(0.4));
    work();
    assertThat(opened).as("not for each picture").hasSize(1);

    missing = "";
    model.wanted().set(false);
    model.wanted().set(true);
    work();
    assertThat(model.problem().get()).isEmpty();
    assertThat(found().neighbours().get(0).place()).isEqualTo(4);
  }

  @Test
  void anotherModelEndsTheSearchForTheOneBefore() {
    model.wanted().set(true);
    model.explore(card("shoes"));
    model.show(picture(0.3));
    Runnable first = background.remove();
    model.explore(card("hats"));
    first.run();
    assertThat(opened).as("nobody waits for it any more").isEmpty();
    assertThat(model.nearest().get()).isNull();
    assertThat(background).as("there is no picture yet").isEmpty();
    model.show(picture(0.5));
    work();
    assertThat(opened).containsExactly("hats");
    assertThat(found().neighbours().get(0).place()).isEqualTo(5);
  }

  @Test
  void closingCancelsWhatIsRunning() {
    NeighboursViewModel closed =
        new NeighboursViewModel(
            (card, progress, cancellation) -> {
              meanwhile.close();
              cancellation.throwIfRequested();
              throw new IllegalStateException("not cancelled");
            },
            background::add,
            Runnable::run,
            (work, delay) -> work.run());
    meanwhile = closed;
    closed.wanted().set(true);
    closed.explore(card("shoes"));
    closed.show(picture(0.5));
    work();
    assertThat(closed.problem().get()).isEmpty();
    assertThat(closed.isSettled()).isTrue();
  }

  @Test
  void theUsualDistanceIsTheMedianOfThatOfTestImages() {
    byte[] test = {0, 10, 0, 30, (byte) 255, 20};
    TrainingSet set =
        TrainingSet.of(
            new Dataset(
                "shoes",
                TRAINING,
                TRAINING,
                new ImageSet(SHAPE, test, new byte[0]),
                List.of("even", "odd"),
                ""),
            Progress.NONE,
            new Cancellation());
    // The nearest are (0, 0) for the first two; (229.5 rounded up, 0) for the last one.
    assertThat(set.usualDistance()).isCloseTo(30 / 255.0, within(1e-5));
    assertThat(set.images()).isSameAs(TRAINING);
  }

  private record Config() implements ModelConfig {}
}
