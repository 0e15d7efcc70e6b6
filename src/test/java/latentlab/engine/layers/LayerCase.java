package latentlab.engine.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A layer to be tested, and what it should compute.
 *
 * @param layer what is tested
 * @param shapes of its inputs
 * @param rows in the batch
 * @param given the inputs; standard normal numbers where empty
 * @param differentiable which inputs have a derivative; others, such as labels, are not moved
 * @param pass what the forward pass is for
 * @param naive loops in double precision that follow the definition
 */
public record LayerCase(
    LayerConfiguration layer,
    List<FeatureShape> shapes,
    int rows,
    Optional<List<float[]>> given,
    List<Boolean> differentiable,
    Pass pass,
    Naive naive) {

  /** What a layer computes: from batches [rows, size] and parameters by name to a batch. */
  @FunctionalInterface
  public interface Naive {
    double[] of(List<double[]> batches, Map<String, double[]> parameters);
  }

  /** What a layer with one input computes. */
  @FunctionalInterface
  public interface NaiveOfOne {
    double[] of(double[] batch, Map<String, double[]> parameters);
  }

  /** A layer with one input, in training without noise. */
  public static LayerCase of(
      LayerConfiguration layer, FeatureShape shape, int rows, NaiveOfOne naive) {
    return of(layer, List.of(shape), rows, (x, parameters) -> naive.of(x.get(0), parameters));
  }

  /** A layer with some inputs, in training without noise. */
  public static LayerCase of(
      LayerConfiguration layer, List<FeatureShape> shapes, int rows, Naive naive) {
    List<Boolean> all = shapes.stream().map(shape -> true).toList();
    return new LayerCase(layer, shapes, rows, Optional.empty(), all, Pass.TRAINING, naive);
  }

  /** The same with given inputs. */
  public LayerCase withInputs(List<float[]> inputs, List<Boolean> derivatives) {
    return new LayerCase(layer, shapes, rows, Optional.of(inputs), derivatives, pass, naive);
  }

  /** The same in another pass. */
  public LayerCase inPass(Pass other) {
    return new LayerCase(layer, shapes, rows, given, differentiable, other, naive);
  }

  /** Each case on each implementation of the primitives. */
  public static Stream<Arguments> onAllPrimitives(List<LayerCase> cases) {
    return PrimitivesForTests.names()
        .flatMap(name -> cases.stream().map(layer -> Arguments.of(name, layer)));
  }

  /** A parameter that must be there. */
  public static double[] get(Map<String, double[]> parameters, String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  List<float[]> inputs() {
    if (given.isPresent()) {
      return given.get();
    }
    List<float[]> inputs = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      inputs.add(LayerCheck.gaussian(rows * shapes.get(i).size(), new Seed(31).derive("input", i)));
    }
    return inputs;
  }

  @Override
  public String toString() {
    return layer + " on " + rows + " of " + shapes;
  }
}
