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
import org.nd4j.linalg.learning.AdamUpdater;

class AdamTest {

  @Test
  void followsThePaperInDoublePrecisionOverManySteps() {
    double rate = 0.01;
    double beta1 = 0.8;
    double beta2 = 0.95;
    double epsilon = 1e-6;
    float[] start = gaussian(N, 1);
    OptimizerRun run = new OptimizerRun(new Adam(rate, beta1, beta2, epsilon), start);
    double[] expected = doubles(start);
    double[] m = new double[N];
    double[] v = new double[N];

    for (int t = 1; t <= 100; t++) {
      float[] gradient = gradient(N, t);
      run.step(gradient);
      double step = rate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
      for (int i = 0; i < N; i++) {
        double g = gradient[i];
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        expected[i] -= step * m[i] / (Math.sqrt(v[i]) + epsilon);
      }
    }

    assertClose(run.theta, expected, 1e-5);
  }

  @Test
  void keepsFirstMomentsBeforeSecondMoments() {
    OptimizerRun run = new OptimizerRun(new Adam(0.1, 0.9, 0.99), 0f, 0f);

    run.step(2f, -3f);

    assertClose(run.state, new double[] {0.2, -0.3, 0.04, 0.09}, 1e-6);
  }

  @Test
  void goesByTheLearningRateAgainstTheSignOfTheFirstGradient() {
    OptimizerRun run = new OptimizerRun(new Adam(0.25), 1f, 1f, 1f);

    run.step(1e-3f, -1e4f, 0f);

    assertClose(run.theta, new double[] {0.75, 1.25, 1}, 1e-4);
  }

  @Test
  void addsEpsilonToTheRootBeforeTheCorrection() {
    double epsilon = 0.5;
    OptimizerRun run = new OptimizerRun(new Adam(1, 0.9, 0.99, epsilon), 0f);

    run.step(1f);

    // m = 0.1, sqrt(v) = 0.1, corrections 0.1 / 0.1.
    assertThat((double) run.theta[0]).isCloseTo(-0.1 / (0.1 + epsilon), within(1e-6));
  }

  /** So that what was trained before can be trained on with equal results. */
  @Test
  void roundsAsTheFormulaWrittenInSinglePrecision() {
    double rate = 1e-3;
    float[] expected = gaussian(N, 2);
    OptimizerRun run = new OptimizerRun(new Adam(rate), expected);
    float[] m = new float[N];
    float[] v = new float[N];

    for (int t = 1; t <= 50; t++) {
      float[] gradient = gradient(N, t);
      run.step(gradient);
      float step = (float) (rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t)));
      for (int i = 0; i < N; i++) {
        float g = gradient[i];
        m[i] = 0.9f * m[i] + (1 - 0.9f) * g;
        v[i] = 0.999f * v[i] + (1 - 0.999f) * g * g;
        expected[i] -= step * m[i] / ((float) Math.sqrt(v[i]) + 1e-8f);
      }
    }

    assertThat(run.theta).containsExactly(expected);
  }

  @Test
  void agreesWithTheUpdaterOfNd4j() {
    float[] start = gaussian(N, 3);
    OptimizerRun run = new OptimizerRun(new Adam(0.01, 0.85, 0.97, 1e-5), start);
    AdamUpdater updater =
        new AdamUpdater(
            org.nd4j.linalg.learning.config.Adam.builder()
                .learningRate(0.01)
                .beta1(0.85)
                .beta2(0.97)
                .epsilon(1e-5)
                .build());
    try (INDArray theta = Nd4j.createFromArray(start).reshape(1, N);
        INDArray state = Nd4j.zeros(1, 2 * N)) {
      updater.setStateViewArray(state, new long[] {1, N}, 'c', true);
      for (int t = 1; t <= 30; t++) {
        float[] gradient = gradient(N, t);
        run.step(gradient);
        try (INDArray update = Nd4j.createFromArray(gradient).reshape(1, N)) {
          updater.applyUpdater(update, t - 1, 0);
          theta.subi(update);
        }
      }

      assertClose(run.theta, theta.data().asDouble(), 1e-5);
      assertClose(run.state, state.data().asDouble(), 1e-2);
    }
  }
}
