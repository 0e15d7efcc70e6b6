package latentlab.engine.layers.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.random.Seed;

/** Layers to be tested, with what they should compute. */
final class RecurrentCases {

  private static final int RANDOM_SHAPES = 6;

  private RecurrentCases() {}

  static List<LayerCase> all() {
    List<LayerCase> cases = new ArrayList<>();
    for (StateOutput output : StateOutput.values()) {
      addBoth(cases, new FeatureShape(1, 1, 5), 3, output, 4);
      addBoth(cases, new FeatureShape(2, 7, 1), 1, output, 1);
      addBoth(cases, new FeatureShape(3, 2, 3), 7, output, 37);
      addBoth(cases, new FeatureShape(9, 11, 1), 5, output, 16);
      addBoth(cases, new FeatureShape(28, 28, 1), 4, output, 3);
      for (int i = 0; i < RANDOM_SHAPES; i++) {
        addRandom(cases, output, new Seed(41).derive(output.name(), i).generator());
      }
    }
    // Above the number of elements from which loops are split over cores, with a remainder.
    addBoth(cases, new FeatureShape(2, 3, 1), 37, StateOutput.EVERY_STEP, 150);
    // Gates that are longer than a block.
    addBoth(cases, new FeatureShape(2, 2, 1), 700, StateOutput.LAST_STEP, 3);
    cases.add(repetition(FeatureShape.vector(5), 7, 4));
    cases.add(repetition(new FeatureShape(2, 3, 2), 1, 3));
    cases.add(repetition(FeatureShape.vector(33), 28, 50));
    cases.add(perStep(9, 5, 3, 4));
    return cases;
  }

  private static void addRandom(List<LayerCase> cases, StateOutput output, RandomGenerator random) {
    FeatureShape shape =
        new FeatureShape(random.nextInt(1, 8), random.nextInt(1, 6), random.nextInt(1, 4));
    addBoth(cases, shape, random.nextInt(1, 12), output, random.nextInt(1, 20));
  }

  private static void addBoth(
      List<LayerCase> cases, FeatureShape shape, int units, StateOutput output, int rows) {
    NaiveRecurrence naive = new NaiveRecurrence(shape, units, output);
    cases.add(
        LayerCase.of(
            new GatedRecurrentUnit(units, output), shape, rows, naive.gatedRecurrentUnit()));
    cases.add(
        LayerCase.of(
            new LongShortTermMemory(units, output), shape, rows, naive.longShortTermMemory()));
  }

  private static LayerCase repetition(FeatureShape shape, int steps, int rows) {
    int size = shape.size();
    return LayerCase.of(
        new Repetition(steps),
        shape,
        rows,
        (x, parameters) -> {
          double[] y = new double[x.length * steps];
          for (int i = 0; i < y.length; i++) {
            y[i] = x[i / (steps * size) * size + i % size];
          }
          return y;
        });
  }

  /** A dense layer on each step is a convolution with a kernel of 1. */
  private static LayerCase perStep(int steps, int units, int outputs, int rows) {
    return LayerCase.of(
        new Convolution(outputs, 1, 1, Padding.VALID, WeightRule.GLOROT_UNIFORM),
        new FeatureShape(steps, 1, units),
        rows,
        (x, parameters) -> {
          double[] w = LayerCase.get(parameters, "weight");
          double[] y = new double[rows * steps * outputs];
          for (int i = 0; i < y.length; i++) {
            y[i] = LayerCase.get(parameters, "bias")[i % outputs];
            for (int u = 0; u < units; u++) {
              y[i] += w[i % outputs * units + u] * x[i / outputs * units + u];
            }
          }
          return y;
        });
  }
}
