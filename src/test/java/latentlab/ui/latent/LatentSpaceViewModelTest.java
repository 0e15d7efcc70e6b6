package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.failure.OperationFailedException;
import latentlab.models.LatentCodes;
import latentlab.ui.latent.LatentSpaceViewModel.Stage;
import org.junit.jupiter.api.Test;

class LatentSpaceViewModelTest {

  private static final long MILLISECOND = 1_000_000;

  private long now = 7 * MILLISECOND;
  private final RecordingDecoder decoder = new RecordingDecoder(nanos -> now += nanos);
  private final List<GridPart> parts = new ArrayList<>();
  private final LatentSpaceViewModel model = new LatentSpaceViewModel(Runnable::run, () -> now);

  LatentSpaceViewModelTest() {
    SpacePictures pictures = model.pictures();
    pictures.gridPart().addListener((property, before, part) -> parts.add(part));
    model.pictures().setActive(true);
  }

  private void explore(int size) {
    model.explore(new ExploredSpace(size, 3, decoder));
  }

  private final RecordingDecoder other = new RecordingDecoder();

  private void exploreClasses(String... names) {
    model.explore(new ExploredSpace(2, 3, List.of(names), List.of(decoder, other)));
  }

  private LatentPoint point(double... coordinates) {
    LatentPoint point = LatentPoint.origin(coordinates.length);
    for (int i = 0; i < coordinates.length; i++) {
      point = point.with(i, coordinates[i]);
    }
    return point;
  }

  private LatentPoint shown() {
    DecodedPoint decoded = model.pictures().decoded().get();
    return decoded == null ? LatentPoint.origin(99) : decoded.point();
  }

  /** Answers all questions, also those that follow some time after a coarse picture. */
  private void answerAll(RecordingDecoder asked) {
    asked.answerAll();
    now += 10 * MILLISECOND;
    model.pictures().refreshIfDue();
    asked.answerAll();
  }

  private LatentCodes lastAsked() {
    return decoder.asked().get(decoder.asked().size() - 1);
  }

  @Test
  void waitsUntilThereIsASpace() {
    assertThat(model.stage().get()).isEqualTo(Stage.WAITING);
    model.choose(0.2, 0.2);
    model.hover(0.2, 0.2);
    model.sample();
    model.setCells(30);
    assertThat(decoder.asked()).isEmpty();
  }

  @Test
  void drawsThePlaneCoarselyAndThenFinely() {
    explore(2);
    assertThat(decoder.asked().get(0).count()).as("the point comes first").isEqualTo(1);
    decoder.answerAll();
    assertThat(model.stage().get()).isEqualTo(Stage.READY);
    assertThat(parts).singleElement().satisfies(part -> assertThat(part.isCoarse()).isTrue());
    assertThat(model.pictures().waitingToRefresh().get())
        .as("the coarse picture is painted first")
        .isTrue();
    answerAll(decoder);
    assertThat(model.pictures().waitingToRefresh().get()).isFalse();
    assertThat(decoder.asked()).allMatch(codes -> codes.count() <= 50);
    int cell = 0;
    for (GridPart part : parts.subList(1, parts.size())) {
      assertThat(part.firstCell()).isEqualTo(cell);
      cell += part.images().count();
    }
    assertThat(cell).isEqualTo(400);
  }

  @Test
  void anotherClassIsDrawnAtTheSamePoints() {
    exploreClasses("cat", "dog");
    answerAll(decoder);
    model.choose(1, 0.5);
    answerAll(decoder);
    int before = decoder.asked().size();
    now += 100 * MILLISECOND;
    parts.clear();

    model.chooseClass(1);
    answerAll(other);

    assertThat(model.chosenClass().get()).isEqualTo(1);
    assertThat(model.chosen().get()).isEqualTo(point(3, 0));
    assertThat(other.asked().get(0).code(0)).containsExactly(3, 0);
    assertThat(parts.stream().filter(part -> !part.isCoarse()).mapToInt(p -> p.images().count()))
        .satisfies(counts -> assertThat(counts.stream().mapToInt(i -> i).sum()).isEqualTo(400));
    assertThat(decoder.asked()).hasSize(before);
  }

  @Test
  void anAnswerForTheClassBeforeIsNotShown() {
    exploreClasses("cat", "dog");
    model.chooseClass(1);
    decoder.answerAll();
    assertThat(model.pictures().decoded().get()).isNull();
    assertThat(parts).isEmpty();
    other.answerAll();
    assertThat(shown()).isEqualTo(point(0, 0));
  }

  @Test
  void aNumberThatIsNoClassChangesNothing() {
    exploreClasses("cat", "dog");
    model.chooseClass(2);
    model.chooseClass(-1);
    assertThat(model.chosenClass().get()).isZero();
    explore(2);
    model.chooseClass(1);
    assertThat(model.chosenClass().get()).isZero();
  }

  @Test
  void theClassIsKeptForAModelWithTheSameClassesOnly() {
    exploreClasses("cat", "dog");
    model.chooseClass(1);
    exploreClasses("cat", "dog");
    assertThat(model.chosenClass().get()).isEqualTo(1);
    assertThat(other.open()).isPositive();
    exploreClasses("left", "right");
    assertThat(model.chosenClass().get()).isZero();
  }

  @Test
  void choosingAPlaceMovesThePointWithoutDrawingThePlaneAgain() {
    explore(2);
    decoder.answerAll();
    int before = decoder.asked().size();
    model.choose(1, 0.5);
    decoder.answerAll();
    assertThat(model.chosen().get()).isEqualTo(point(3, 0));
    assertThat(shown()).isEqualTo(point(3, 0));
    assertThat(decoder.asked()).hasSize(before + 1);
  }

  @Test
  void choosingOutsideTakesTheNearestPlaceOnThePlane() {
    explore(2);
    model.choose(-4, 9);
    assertThat(model.chosen().get()).isEqualTo(point(-3, -3));
  }

  @Test
  void hoveringShowsAPointAndLeavingRestoresTheChosenOne() {
    explore(2);
    model.choose(0.5, 0);
    model.hover(0, 0);
    decoder.answerAll();
    assertThat(shown()).isEqualTo(point(-3, 3));
    assertThat(model.chosen().get()).isEqualTo(point(0, 3));
    model.leave();
    decoder.answerAll();
    assertThat(shown()).isEqualTo(point(0, 3));
    assertThat(model.hovered().get()).isNull();
  }

  @Test
  void movingADimensionThatThePlaneDoesNotShowDrawsThePlaneAgain() {
    explore(3);
    decoder.answerAll();
    now += 100 * MILLISECOND;
    model.setCoordinate(2, 1.5);
    decoder.answerAll();
    assertThat(lastAsked().code(0)[2]).isEqualTo(1.5f);
    assertThat(lastAsked().count()).isGreaterThan(1);
    assertThat(shown()).isEqualTo(point(0, 0, 1.5));
  }

  @Test
  void thePlaneWaitsWhileItsPointIsDraggedAndEndsWithTheLatest() {
    explore(3);
    answerAll(decoder);
    int before = decoder.asked().size();
    for (int i = 1; i <= 50; i++) {
      now += 10 * MILLISECOND;
      model.setCoordinate(2, i / 50.0);
      model.pictures().refreshIfDue();
      decoder.answerOne();
    }
    now += 130 * MILLISECOND;
    model.pictures().refreshIfDue();
    answerAll(decoder);
    List<LatentCodes> asked = decoder.asked().subList(before, decoder.asked().size());
    assertThat(asked.stream().filter(codes -> codes.count() == 1)).hasSizeBetween(25, 51);
    assertThat(asked.stream().mapToInt(LatentCodes::count).sum()).isLessThan(3 * 450);
    assertThat(lastAsked().code(0)[2]).isEqualTo(1);
    assertThat(model.pictures().waitingToRefresh().get()).isFalse();
  }

  @Test
  void anyTwoDimensionsCanBeShown() {
    explore(4);
    model.showAcross(3);
    model.showUpwards(2);
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(3, 2, 3, 20));
    model.choose(1, 0);
    assertThat(model.chosen().get()).isEqualTo(point(0, 0, 3, 3));
  }

  @Test
  void choosingADimensionThatIsShownAlreadyExchangesTheTwo() {
    explore(4);
    model.showAcross(1);
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(1, 0, 3, 20));
    model.showUpwards(1);
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(0, 1, 3, 20));
  }

  @Test
  void arrowKeysMoveByAQuarterOfACellOrAWholeOneUpToTheBorder() {
    explore(2);
    double cell = 6.0 / 20;
    model.nudge(1, 0, false);
    assertThat(model.chosen().get()).isEqualTo(point(cell / 4, 0));
    model.nudge(0, -1, true);
    assertThat(model.chosen().get()).isEqualTo(point(cell / 4, -cell));
    for (int i = 0; i < 30; i++) {
      model.nudge(0, 1, true);
    }
    assertThat(model.chosen().get()).isEqualTo(point(cell / 4, 3));
  }

  @Test
  void theSameSeedGivesTheSamePoint() {
    explore(8);
    model.seed().set(42);
    model.sample();
    LatentPoint first = model.chosen().get();
    model.sampleNext();
    assertThat(model.seed().get()).isEqualTo(43);
    assertThat(model.chosen().get()).isNotEqualTo(first);
    model.seed().set(42);
    model.sample();
    assertThat(model.chosen().get()).isEqualTo(first);
  }

  @Test
  void resetReturnsToTheOrigin() {
    explore(3);
    model.sample();
    model.reset();
    assertThat(model.chosen().get()).isEqualTo(LatentPoint.origin(3));
  }

  @Test
  void coordinatesStayFinite() {
    explore(2);
    model.setCoordinate(0, Double.NaN);
    assertThat(model.chosen().get()).isEqualTo(point(0, 0));
    model.setCoordinate(0, Double.POSITIVE_INFINITY);
    assertThat(model.chosen().get()).isEqualTo(point(100, 0));
  }

  @Test
  void cellsAndRangeAreTakenAsTheNearestAllowed() {
    explore(2);
    model.setCells(1000);
    model.setRange(1e9);
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(0, 1, 12, 40));
    model.setCells(1);
    model.setRange(-1);
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(0, 1, 12, 5));
  }

  @Test
  void aSpaceOfTheSameFormKeepsThePointAndThePlane() {
    explore(2);
    model.choose(0, 0);
    model.setRange(2);
    explore(2);
    assertThat(model.chosen().get()).isEqualTo(point(-3, 3));
    assertThat(model.plane().get().range()).isEqualTo(2);
  }

  @Test
  void aSpaceOfAnotherFormStartsAfresh() {
    explore(2);
    model.choose(0, 0);
    model.setRange(2);
    explore(5);
    assertThat(model.chosen().get()).isEqualTo(LatentPoint.origin(5));
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(0, 1, 3, 20));
    explore(1);
    assertThat(model.plane().get().vertical()).isEqualTo(PlaneGrid.NONE);
  }

  @Test
  void answersOfAnEarlierSpaceAreDropped() {
    explore(2);
    RecordingDecoder next = new RecordingDecoder();
    model.explore(new ExploredSpace(3, 3, next));
    decoder.answerAll();
    assertThat(parts).isEmpty();
    assertThat(model.pictures().decoded().get()).isNull();
    next.answerAll();
    assertThat(shown()).isEqualTo(LatentPoint.origin(3));
  }

  @Test
  void followsNewWeightsAtABoundedRate() {
    explore(2);
    answerAll(decoder);
    int before = decoder.asked().size();
    int seconds = 3;
    for (int frame = 0; frame < 60 * seconds; frame++) {
      now += 1000 * MILLISECOND / 60;
      model.pictures().weightsChanged();
      model.pictures().refreshIfDue();
      decoder.answerAll();
    }
    List<LatentCodes> asked = decoder.asked().subList(before, decoder.asked().size());
    assertThat(asked.stream().filter(codes -> codes.count() == 1).count())
        .isBetween(5L * seconds, 10L * seconds);
    assertThat(asked.stream().mapToInt(LatentCodes::count).sum() / 400.0 / seconds)
        .isBetween(1.0, 2.0);
  }

  @Test
  void thePlaneOfAChangingModelStaysStillWhileTheHandMoves() {
    explore(2);
    answerAll(decoder);
    int before = decoder.asked().size();
    for (int move = 0; move < 20; move++) {
      now += 100 * MILLISECOND;
      model.choose(move / 20.0, 0.5);
      model.pictures().weightsChanged();
      model.pictures().refreshIfDue();
      decoder.answerAll();
    }
    List<LatentCodes> asked = decoder.asked().subList(before, decoder.asked().size());
    assertThat(asked).isNotEmpty().allSatisfy(codes -> assertThat(codes.count()).isEqualTo(1));

    before = decoder.asked().size();
    now += 500 * MILLISECOND;
    model.pictures().refreshIfDue();
    decoder.answerAll();
    assertThat(decoder.asked()).hasSizeGreaterThan(before + 5);
  }

  @Test
  void aPlaneThatTakesLongIsDrawnLessOften() {
    explore(2);
    answerAll(decoder);
    model.pictures().weightsChanged();
    now += 700 * MILLISECOND;
    model.pictures().refreshIfDue();
    now += 1000 * MILLISECOND;
    decoder.answerAll();
    int before = decoder.asked().size();
    model.pictures().weightsChanged();
    now += 2500 * MILLISECOND;
    model.pictures().refreshIfDue();
    decoder.answerAll();
    assertThat(decoder.asked()).as("only the point").hasSize(before + 1);
    assertThat(model.pictures().waitingToRefresh().get()).isTrue();
    now += 1000 * MILLISECOND;
    model.pictures().refreshIfDue();
    decoder.answerAll();
    assertThat(decoder.asked()).hasSizeGreaterThan(before + 5);
    assertThat(model.pictures().waitingToRefresh().get()).isFalse();
  }

  @Test
  void asksNothingWhileItCannotBeSeenAndCatchesUpAfterwards() {
    explore(3);
    decoder.answerAll();
    model.pictures().setActive(false);
    int before = decoder.asked().size();
    model.setCoordinate(2, 1);
    model.pictures().weightsChanged();
    model.pictures().refreshIfDue();
    assertThat(decoder.asked()).hasSize(before);
    assertThat(model.pictures().waitingToRefresh().get()).isFalse();
    model.pictures().setActive(true);
    decoder.answerAll();
    assertThat(shown()).isEqualTo(point(0, 0, 1));
  }

  @Test
  void recordsHowLongChangesByHandTakeToTheirPicture() {
    explore(2);
    decoder.answerAll();
    int before = model.pictures().latencies().count();
    model.choose(0.1, 0.1);
    now += 5 * MILLISECOND;
    decoder.answerAll();
    assertThat(model.pictures().latencies().count()).isEqualTo(before + 1);
    assertThat(model.pictures().latencies().percentile(100)).hasValue(5);
  }

  @Test
  void saysInOneLineWhatFailedUntilItWorksAgain() {
    explore(2);
    decoder.failOne(new CompletionException(new OperationFailedException("no memory is left")));
    assertThat(model.problem().get()).isEqualTo("no memory is left");
    model.choose(0, 0);
    decoder.answerAll();
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void asksNothingAfterItIsClosed() {
    explore(2);
    model.close();
    int before = decoder.asked().size();
    decoder.answerAll();
    model.choose(0, 0);
    assertThat(decoder.asked()).hasSize(before);
    assertThat(parts).isEmpty();
  }

  @Test
  void lockedDimensionsStayAsTheyAreInResetsAndSamples() {
    explore(3);
    model.sample();
    LatentPoint sampled = model.chosen().get();
    model.setCoordinate(1, 2.5);
    model.sliders().locked().add(1);
    model.reset();
    assertThat(model.chosen().get()).isEqualTo(point(0, 2.5, 0));
    model.sample();
    assertThat(model.chosen().get()).isEqualTo(sampled.with(1, 2.5));
    model.setCoordinate(1, 1);
    assertThat(model.chosen().get()).isEqualTo(sampled.with(1, 1));
    explore(4);
    assertThat(model.sliders().locked()).isEmpty();
  }

  @Test
  void aPointOfTheSpaceCanBeChosenFromElsewhere() {
    explore(3);
    model.choose(point(1, 2, 3));
    assertThat(model.chosen().get()).isEqualTo(point(1, 2, 3));
    model.choose(point(1, 2));
    assertThat(model.chosen().get()).isEqualTo(point(1, 2, 3));
  }

  /** The codes lie on a line along (0.6, 0, 0.8) around (1, 0, 0), and a little along z2. */
  private static PlaneBasis slanted() {
    float[] codes = {1.6f, 0, 0.8f, 0.4f, 0, -0.8f, 1, 0.1f, 0, 1, -0.1f, 0};
    return PlaneBasis.of(PrincipalComponents.of(new LatentCodes(4, 3, codes)));
  }

  @Test
  void thePlaneCanRunAlongPrincipalDirections() {
    explore(3);
    decoder.answerAll();
    model.useBasis(slanted());
    decoder.answerAll();
    model.choose(1, 0.5);
    LatentPoint chosen = model.chosen().get();
    // From the mean, 3 along the first direction and 0 along the second; the third is kept at -0.8.
    assertThat(chosen.isNear(point(1 + 1.8 - 0.64, 0, 2.4 + 0.48), 1e-5)).isTrue();
    assertThat(model.plane().get().placeAcross(chosen)).isCloseTo(1, within(1e-6));
    assertThat(model.plane().get().placeFromTop(chosen)).isCloseTo(0.5, within(1e-6));
    decoder.answerAll();
    int before = decoder.asked().size();
    model.choose(0.2, 0.7);
    model.nudge(1, 1, true);
    decoder.answerAll();
    assertThat(decoder.asked()).as("the plane is not drawn again").hasSize(before + 2);
  }

  @Test
  void thePrincipalDirectionsOfTheModelBeforeAreNotKept() {
    explore(3);
    model.useBasis(slanted());
    model.showAcross(2);
    assertThat(model.plane().get().horizontal()).isEqualTo(2);
    explore(3);
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(0, 1, 3, 20));
  }
}
