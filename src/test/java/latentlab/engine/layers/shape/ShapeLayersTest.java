package latentlab.engine.layers.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.PrimitivesForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that move, repeat, drop or average values. */
class ShapeLayersTest {

  private static final FeatureShape IMAGE = new FeatureShape(5, 7, 3);

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(ShapeCases.all());
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
  void dropsWhatFillsNoWindow() {
    assertThat(new AveragePooling(2).output(IMAGE)).isEqualTo(new FeatureShape(2, 3, 3));
    assertThat(new AveragePooling(3, 2).output(IMAGE)).isEqualTo(new FeatureShape(2, 3, 3));
    assertThat(new MaxPooling(3).output(IMAGE)).isEqualTo(new FeatureShape(1, 2, 3));
  }

  @Test
  void centresACropAndLeansToTheUpperLeft() {
    assertThat(Crop.centre(IMAGE, 3, 4)).isEqualTo(new Crop(1, 1, 3, 4));
    assertThat(Crop.centre(IMAGE, 5, 7)).isEqualTo(new Crop(0, 0, 5, 7));
  }

  @Test
  void givesTheErrorOfEqualMaximaToTheFirst() {
    FeatureShape shape = new FeatureShape(2, 2, 1);
    assertThat(errorOfInput(new MaxPooling(2), shape, new float[] {1, 4, 4, 4}, new float[] {5}))
        .containsExactly(0, 5, 0, 0);
  }

  @Test
  void tellsMaximaFromTheirNextNeighbours() {
    FeatureShape shape = new FeatureShape(2, 2, 2);
    float most = Float.MAX_VALUE;
    float[] input = {
      0, -most, Float.MIN_VALUE, 0, -0f, most, -Float.MIN_VALUE, Math.nextDown(most)
    };
    assertThat(errorOfInput(new MaxPooling(2), shape, input, new float[] {5, 6}))
        .containsExactly(0, 0, 5, 0, 0, 6, 0, 0);
  }

  @Test
  void losesTheErrorOfDroppedPixels() {
    FeatureShape shape = new FeatureShape(1, 3, 1);
    assertThat(errorOfInput(new AveragePooling(1, 2), shape, new float[3], new float[] {5, 6}))
        .containsExactly(5, 0, 6);
  }

  private static float[] errorOfInput(
      UnaryConfiguration layer, FeatureShape shape, float[] input, float[] error) {
    try (Primitives primitives = PrimitivesForTests.named("plain");
        Layer built =
            layer.build(
                new LayerContext(
                    "tested",
                    List.of(shape),
                    false,
                    primitives,
                    Map.of(),
                    SharedParameters.NONE))) {
      built.forward(List.of(row(input)), Pass.TRAINING);
      float[] found = new float[input.length];
      built.backward(row(error), new Wanted(false, true)).get(0).copyTo(found);
      return found;
    }
  }

  private static Matrix row(float[] values) {
    Matrix row = Matrix.allocate(1, values.length);
    row.copyFrom(values);
    return row;
  }

  @Test
  void refusesSizesThatMakeNoSense() {
    assertRefused(() -> new NearestUpsampling(0), "the factor must be at least 1, not 0");
    assertRefused(() -> new AveragePooling(0), "the kernel must be at least 1, not 0");
    assertRefused(() -> new AveragePooling(2, 0), "the stride must be at least 1, not 0");
    assertRefused(() -> new MaxPooling(-1), "the size must be at least 1, not -1");
    assertRefused(() -> new Crop(-1, 0, 1, 1), "the top must be at least 0, not -1");
    assertRefused(() -> new Crop(0, -1, 1, 1), "the left must be at least 0, not -1");
    assertRefused(() -> new Crop(0, 0, 0, 1), "the height must be at least 1, not 0");
    assertRefused(() -> new Crop(0, 0, 1, 0), "the width must be at least 1, not 0");
    assertRefused(() -> new ZeroPadding(0, -2, 0, 0), "the bottom must be at least 0, not -2");
    assertRefused(() -> new ZeroPadding(0, 0, 0, -2), "the right must be at least 0, not -2");
    assertRefused(() -> new ChannelSlice(-1, 2), "the first channel must be at least 0, not -1");
    assertRefused(
        () -> new ChannelSlice(2, 2), "the end of the channels must be at least 3, not 2");
  }

  @Test
  void refusesImagesThatDoNotFit() {
    assertRefused(
        () -> new AveragePooling(6).output(IMAGE),
        "a window of 6 x 6 pixels needs a larger image than 5x7x3");
    assertRefused(
        () -> new MaxPooling(6).output(IMAGE),
        "a window of 6 x 6 pixels needs a larger image than 5x7x3");
    assertRefused(
        () -> new Crop(3, 0, 3, 1).output(IMAGE),
        "cannot cut 3 x 1 pixels from line 3 and column 0 on out of 5x7x3");
    assertRefused(
        () -> new Crop(0, Integer.MAX_VALUE, 1, 1).output(IMAGE),
        "cannot cut 1 x 1 pixels from line 0 and column 2147483647 on out of 5x7x3");
    assertRefused(() -> Crop.centre(IMAGE, 5, 8), "cannot cut 5 x 8 pixels out of 5x7x3");
    assertRefused(
        () -> new ChannelSlice(1, 4).output(IMAGE),
        "cannot take channels 1 to 4 (exclusive) of 5x7x3");
    assertRefused(
        () -> new Reshape(FeatureShape.vector(4)).output(IMAGE), "cannot reshape 5x7x3 to 1x1x4");
    assertRefused(() -> new MaxPooling(1).output(List.of(IMAGE, IMAGE)), "takes one input, not 2");
  }

  @Test
  void refusesResultsThatAreTooLarge() {
    int most = Integer.MAX_VALUE;
    assertRefused(() -> new NearestUpsampling(most).output(IMAGE), "too large");
    assertRefused(() -> new NearestUpsampling(30_000).output(IMAGE), "too large");
    assertRefused(() -> new ZeroPadding(most, most, 0, 0).output(IMAGE), "too large");
    assertRefused(() -> new ZeroPadding(most - 5, 0, 0, 0).output(IMAGE), "too large");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
