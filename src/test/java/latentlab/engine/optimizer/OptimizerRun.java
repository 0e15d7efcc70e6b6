package latentlab.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/** An optimiser with the vectors it works on, in arrays that tests can look at. */
final class OptimizerRun {

  /** More than one block, and no multiple of it. */
  static final int N = 5000;

  final float[] theta;
  final float[] state;
  private final OptimizerSettings settings;
  private final Optimizer optimizer;
  private long steps;

  OptimizerRun(OptimizerSettings settings, float... start) {
    this.settings = settings;
    this.optimizer = settings.start();
    this.theta = start.clone();
    this.state = new float[settings.stateVectors() * start.length];
  }

  void step(float... gradient) {
    step(settings.learningRate(), gradient);
  }

  void step(double rate, float[] gradient) {
    steps++;
    optimizer.apply(
        FloatBuffer.wrap(theta),
        FloatBuffer.wrap(gradient),
        FloatBuffer.wrap(state),
        theta.length,
        steps,
        rate);
  }

  /** Gradients of very different sizes, some of them zero. */
  static float[] gradient(int n, long step) {
    RandomGenerator random = new Seed(7).derive("gradient", step).generator();
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      double size = Math.pow(10, i % 7 - 4);
      values[i] = i % 11 == 0 ? 0 : (float) (size * random.nextGaussian());
    }
    return values;
  }

  static float[] gaussian(int n, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  static void assertClose(float[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).as("element %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }
}
