package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.assertClose;
import static latentlab.engine.optimizer.OptimizerRun.doubles;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static latentlab.engine.optimizer.OptimizerRun.gradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.RmsPropUpdater;

class RmsPropTest {

  @Test
  void followsTheFormulaInDoublePrecisionOverManySteps() {
    double decay = 0.95;
    double epsilon = 1e-4;
    float[] start = gaussian(N, 1);
    OptimizerRun run = new OptimizerRun(new RmsProp(0.01, decay, epsilon), start);
    double[] expected = doubles(start);
    double[] v = new double[N];

    for (int t = 1; t <= 100; t++) {
      double rate = 0.01 / t;
      float[] gradient = gradient(N, t);
      run.step(rate, gradient);
      for (int i = 0; i < N; i++) {
        double g = gradient[i];
        v[i] = decay * v[i] + (1 - decay) * g * g;
        expected[i] -= rate * g / (Math.sqrt(v[i]) + epsilon);
      }
    }

    assertClose(run.theta, expected, 1e-5);
  }

  @Test
  void addsEpsilonOutsideOfTheRoot() {
    OptimizerRun run = new OptimizerRun(new RmsProp(1, 0.75, 0.5), 0f);

    run.step(2f);

    // v = 0.25 * 4, sqrt(v) = 1.
    assertThat((double) run.theta[0]).isCloseTo(-2 / 1.5, within(1e-6));
    assertThat((double) run.state[0]).isCloseTo(1, within(1e-6));
  }

  /** Given the same first squares: by itself ND4J starts them at epsilon. */
  @Test
  void agreesWithTheUpdaterOfNd4jThatStartsAtZero() {
    float[] start = gaussian(N, 3);
    OptimizerRun run = new OptimizerRun(new RmsProp(0.01, 0.9, 1e-4), start);
    RmsPropUpdater updater =
        new RmsPropUpdater(new org.nd4j.linalg.learning.config.RmsProp(0.01, 0.9, 1e-4));
    try (INDArray theta = Nd4j.createFromArray(start).reshape(1, N);
        INDArray state = Nd4j.zeros(1, N)) {
      updater.setStateViewArray(state, new long[] {1, N}, 'c', false);
      for (int t = 1; t <= 30; t++) {
        float[] gradient = gradient(N, t);
        run.step(gradient);
        try (INDArray update = Nd4j.createFromArray(gradient).reshape(1, N)) {
          updater.applyUpdater(update, t - 1, 0);
          theta.subi(update);
        }
      }

      assertClose(run.theta, theta.data().asDouble(), 1e-5);
    }
  }
}
