package latentlab.engine.layers.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that bring branches together; the large cases are split over workers. */
class MergeLayersTest {

  private static final int RANDOM_SHAPES = 10;
  private static final FeatureShape IMAGE = new FeatureShape(5, 7, 3);

  static Stream<Arguments> layers() {
    List<LayerCase> cases =
        new ArrayList<>(
            List.of(
                concatenation(1, 1, 1, 4, 6),
                concatenation(3, 7, 9, 3, 1),
                concatenation(5, 28, 28, 32, 32),
                concatenation(2, 5, 3, 1, 2, 3, 4),
                concatenation(2, 2, 1, 3000, 7),
                sum(IMAGE, 1, 2),
                sum(new FeatureShape(28, 28, 32), 3, 2),
                sum(FeatureShape.vector(5), 7, 4),
                shift(IMAGE, 1),
                shift(FeatureShape.vector(6), 4),
                shift(new FeatureShape(28, 28, 32), 3),
                shift(new FeatureShape(2, 3, 2100), 5),
                scaleShift(IMAGE, 1),
                scaleShift(FeatureShape.vector(6), 4),
                scaleShift(new FeatureShape(28, 28, 32), 3),
                scaleShift(new FeatureShape(2, 3, 2100), 5)));
    for (int i = 0; i < RANDOM_SHAPES; i++) {
      cases.addAll(random(new Seed(17).derive("shape", i).generator()));
    }
    return LayerCase.onAllPrimitives(cases);
  }

  private static List<LayerCase> random(RandomGenerator random) {
    FeatureShape shape =
        new FeatureShape(random.nextInt(1, 30), random.nextInt(1, 30), random.nextInt(1, 40));
    int rows = random.nextInt(1, 6);
    int other = random.nextInt(1, 40);
    return List.of(
        concatenation(rows, shape.height(), shape.width(), shape.channels(), other),
        sum(shape, rows, random.nextInt(2, 4)),
        shift(shape, rows),
        scaleShift(shape, rows));
  }

  private static LayerCase concatenation(int rows, int height, int width, int... channels) {
    List<FeatureShape> shapes = new ArrayList<>();
    for (int c : channels) {
      shapes.add(new FeatureShape(height, width, c));
    }
    return LayerCase.of(new Concatenation(), shapes, rows, NaiveMerges.concatenation(shapes));
  }

  private static LayerCase sum(FeatureShape shape, int rows, int terms) {
    List<FeatureShape> shapes = Stream.generate(() -> shape).limit(terms).toList();
    return LayerCase.of(new Sum(), shapes, rows, NaiveMerges.sum());
  }

  private static LayerCase shift(FeatureShape image, int rows) {
    List<FeatureShape> shapes = List.of(image, FeatureShape.vector(image.channels()));
    return LayerCase.of(new ChannelShift(), shapes, rows, NaiveMerges.shift(image));
  }

  private static LayerCase scaleShift(FeatureShape image, int rows) {
    List<FeatureShape> shapes = List.of(image, FeatureShape.vector(2 * image.channels()));
    return LayerCase.of(new ChannelScaleShift(), shapes, rows, NaiveMerges.scaleShift(image));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void computesWhatItsDefinitionSays(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void gradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
  }

  @Test
  void joinsTheChannelsOfAllInputs() {
    List<FeatureShape> shapes = List.of(IMAGE, new FeatureShape(5, 7, 2), IMAGE);
    assertThat(new Concatenation().output(shapes)).isEqualTo(new FeatureShape(5, 7, 8));
  }

  @Test
  void refusesTooFewOrTooManyInputs() {
    assertRefused(() -> new Concatenation().output(List.of(IMAGE)), "two or more inputs, not 1");
    assertRefused(() -> new Sum().output(List.of(IMAGE)), "two or more inputs, not 1");
    assertRefused(() -> new ChannelShift().output(List.of(IMAGE)), "an image and a vector, not");
    assertRefused(
        () -> new ChannelScaleShift().output(List.of(IMAGE, IMAGE, IMAGE)),
        "an image and a vector, not [5x7x3, 5x7x3, 5x7x3]");
  }

  @Test
  void refusesShapesThatDoNotFitTogether() {
    FeatureShape turned = new FeatureShape(7, 5, 3);
    assertRefused(
        () -> new Concatenation().output(List.of(IMAGE, turned)),
        "images of equal height and width, not [5x7x3, 7x5x3]");
    assertRefused(
        () -> new Sum().output(List.of(IMAGE, IMAGE, new FeatureShape(5, 7, 2))),
        "inputs of equal shape, not [5x7x3, 5x7x3, 5x7x2]");
    assertRefused(
        () -> new ChannelShift().output(List.of(IMAGE, FeatureShape.vector(4))),
        "takes with 5x7x3 a vector of 1x1x3, not 1x1x4");
    assertRefused(
        () -> new ChannelShift().output(List.of(IMAGE, IMAGE)),
        "takes with 5x7x3 a vector of 1x1x3, not 5x7x3");
    assertRefused(
        () -> new ChannelScaleShift().output(List.of(IMAGE, FeatureShape.vector(3))),
        "takes with 5x7x3 a vector of 1x1x6, not 1x1x3");
  }

  @Test
  void refusesMoreChannelsThanCanBeAddressed() {
    FeatureShape most = FeatureShape.vector(Integer.MAX_VALUE);
    assertRefused(() -> new Concatenation().output(List.of(most, most)), "too many channels");
    assertRefused(() -> new ChannelScaleShift().output(List.of(most, most)), "1x1x4294967294, not");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
