package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.models.LatentCodes;
import org.junit.jupiter.api.Test;

class CodeSlidersTest {

  /** Around (1, 2, 3): far along (0.6, 0.8, 0), less far along (-0.8, 0.6, 0), least along z3. */
  private static final PrincipalComponents COMPONENTS =
      PrincipalComponents.of(
          new LatentCodes(
              6,
              3,
              new float[] {
                1 + 1.2f, 2 + 1.6f, 3, 1 - 1.2f, 2 - 1.6f, 3, 1 - 0.8f, 2 + 0.6f, 3, 1 + 0.8f,
                2 - 0.6f, 3, 1, 2, 3.5f, 1, 2, 2.5f
              }));

  private final LatentSpaceViewModel model = new LatentSpaceViewModel(Runnable::run, () -> 0);
  private final CodeSliders sliders = model.sliders();

  private void explore(int size) {
    sliders.setEncoded(true);
    model.explore(new ExploredSpace(size, 3, new RecordingDecoder()));
  }

  private double value(int slider) {
    return sliders.axes().get().value(model.chosen().get(), slider);
  }

  private static void assertNear(LatentPoint actual, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual.coordinate(i)).isCloseTo(expected[i], within(1e-5));
    }
  }

  @Test
  void aSliderMovesByStandardDeviationsAlongItsDirectionAlone() {
    explore(3);
    sliders.offer(COMPONENTS);
    sliders.principal().set(true);
    model.reset();
    assertNear(model.chosen().get(), 1, 2, 3);

    double deviation = Math.sqrt(COMPONENTS.variance(0));
    model.setCoordinate(0, 2);
    assertNear(model.chosen().get(), 1 + 2 * deviation * 0.6, 2 + 2 * deviation * 0.8, 3);
    model.setCoordinate(2, -1);
    assertThat(value(0)).isCloseTo(2, within(1e-5));
    assertThat(value(1)).isCloseTo(0, within(1e-5));
    assertThat(value(2)).isCloseTo(-1, within(1e-5));
    assertThat(sliders.axes().get().extent()).isEqualTo(3);
  }

  @Test
  void switchingKeepsTheChosenPointExactly() {
    explore(3);
    sliders.offer(COMPONENTS);
    LatentPoint point = LatentPoint.of(0.123456f, -2.5f, 1e-3f);
    model.choose(point);
    sliders.principal().set(true);
    assertThat(model.chosen().get()).isEqualTo(point);
    sliders.principal().set(false);
    assertThat(model.chosen().get()).isEqualTo(point);
    assertThat(value(1)).isEqualTo(-2.5);
  }

  @Test
  void lockedDirectionsStayWhereTheyAreAndLocksOfDimensionsAreOthers() {
    explore(3);
    sliders.offer(COMPONENTS);
    sliders.locked().add(2);
    sliders.principal().set(true);
    assertThat(sliders.locked()).isEmpty();
    sliders.locked().add(0);
    model.setCoordinate(0, 1.5);
    model.setCoordinate(1, 1);
    model.sample();
    assertThat(value(0)).isCloseTo(1.5, within(1e-5));
    assertThat(value(1)).isNotCloseTo(1, within(1e-3));
    model.reset();
    assertThat(value(0)).isCloseTo(1.5, within(1e-5));
    assertThat(value(1)).isCloseTo(0, within(1e-5));
    sliders.principal().set(false);
    assertThat(sliders.locked()).containsExactly(2);
  }

  @Test
  void directionsAreOfferedWhereImagesCanBeEncodedToMoreThanTwoDimensions() {
    explore(3);
    assertThat(sliders.offered().get()).isTrue();
    sliders.setEncoded(false);
    assertThat(sliders.offered().get()).isFalse();
    explore(2);
    assertThat(sliders.offered().get()).isFalse();
  }

  @Test
  void untilTheDirectionsAreKnownTheSlidersMoveDimensions() {
    explore(3);
    sliders.principal().set(true);
    assertThat(sliders.areAwaited()).isTrue();
    assertThat(sliders.axes().get().isPrincipal()).isFalse();
    sliders.offer(COMPONENTS);
    assertThat(sliders.areAwaited()).isFalse();
    assertThat(sliders.axes().get().isPrincipal()).isTrue();
    sliders.offer(null);
    assertThat(sliders.axes().get().isPrincipal()).isFalse();
    assertThat(sliders.axes().get().extent()).isEqualTo(3);
  }

  @Test
  void directionsOfAnotherSpaceAreNotTaken() {
    explore(4);
    sliders.principal().set(true);
    sliders.offer(COMPONENTS);
    assertThat(sliders.axes().get().isPrincipal()).isFalse();
    assertThat(sliders.axes().get().size()).isEqualTo(4);
  }

  @Test
  void theSharesOfTheVarianceAreThoseOfTheDirections() {
    SliderAxes axes = SliderAxes.of(COMPONENTS);
    double whole = 4 + 1 + 0.25;
    assertThat(axes.share(0)).isCloseTo(4 / whole, within(1e-5));
    assertThat(axes.share(2)).isCloseTo(0.25 / whole, within(1e-5));
  }

  @Test
  void aDirectionInWhichNothingVariesCanBeMovedToo() {
    SliderAxes axes =
        SliderAxes.of(
            PrincipalComponents.of(new LatentCodes(2, 3, new float[] {1, 0, 5, -1, 0, 5})));
    LatentPoint moved = axes.moved(axes.home(), 2, 3);
    assertThat(axes.value(axes.home(), 2)).isZero();
    assertThat(moved.isNear(axes.home(), 1e-4)).isTrue();
  }
}
