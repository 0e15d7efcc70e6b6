package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.assertClose;
import static latentlab.engine.optimizer.OptimizerRun.doubles;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static latentlab.engine.optimizer.OptimizerRun.gradient;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.NesterovsUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

class StochasticGradientDescentTest {

  @Test
  void withoutMomentumGoesAgainstTheGradientAndKeepsNothing() {
    StochasticGradientDescent settings = new StochasticGradientDescent(0.5);
    OptimizerRun run = new OptimizerRun(settings, 1f, 2f);

    run.step(4f, -1f);

    assertThat(run.theta).containsExactly(-1f, 2.5f);
    assertThat(settings.stateVectors()).isZero();
  }

  @Test
  void withMomentumRepeatsAShareOfEarlierSteps() {
    OptimizerRun run = new OptimizerRun(new StochasticGradientDescent(0.5, 0.5, false), 0f);

    run.step(4f);
    run.step(0f);
    run.step(0f);

    // Sums 4, 2 and 1.
    assertThat(run.theta).containsExactly(-3.5f);
    assertThat(run.state).containsExactly(1f);
  }

  @Test
  void nesterovsFormIsHalfAStepAhead() {
    OptimizerRun run = new OptimizerRun(new StochasticGradientDescent(0.5, 0.5, true), 0f);

    run.step(4f);

    // 0.5 * (4 + 0.5 * 4)
    assertThat(run.theta).containsExactly(-3f);
    assertThat(run.state).containsExactly(4f);
  }

  @Test
  void followsTheFormulasInDoublePrecisionOverManySteps() {
    float[] start = gaussian(N, 1);
    OptimizerRun ball = new OptimizerRun(new StochasticGradientDescent(1e-3, 0.9, false), start);
    OptimizerRun ahead = new OptimizerRun(new StochasticGradientDescent(1e-3, 0.9, true), start);
    double[] expectedBall = doubles(start);
    double[] expectedAhead = doubles(start);
    double[] sum = new double[N];

    for (int t = 1; t <= 50; t++) {
      double rate = 1e-4 / t;
      float[] gradient = gradient(N, t);
      ball.step(rate, gradient);
      ahead.step(rate, gradient);
      for (int i = 0; i < N; i++) {
        sum[i] = 0.9 * sum[i] + gradient[i];
        expectedBall[i] -= rate * sum[i];
        expectedAhead[i] -= rate * (gradient[i] + 0.9 * sum[i]);
      }
    }

    assertClose(ball.theta, expectedBall, 1e-5);
    assertClose(ahead.theta, expectedAhead, 1e-5);
  }

  /** At a constant rate, which ND4J keeps inside of the sum. */
  @Test
  void agreesWithTheNesterovUpdaterOfNd4j() {
    float[] start = gaussian(N, 3);
    OptimizerRun run = new OptimizerRun(new StochasticGradientDescent(1e-4, 0.9, true), start);
    NesterovsUpdater updater = new NesterovsUpdater(new Nesterovs(1e-4, 0.9));
    try (INDArray theta = Nd4j.createFromArray(start).reshape(1, N);
        INDArray state = Nd4j.zeros(1, N)) {
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
    }
  }
}
