package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.assertClose;
import static latentlab.engine.optimizer.OptimizerRun.doubles;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static latentlab.engine.optimizer.OptimizerRun.gradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamWTest {

  /** With the corrected moments spelt out, and the rate changing as by a schedule. */
  @Test
  void followsThePaperInDoublePrecisionOverManySteps() {
    double beta1 = 0.8;
    double beta2 = 0.95;
    double epsilon = 1e-3;
    double decay = 0.3;
    float[] start = gaussian(N, 1);
    OptimizerRun run = new OptimizerRun(new AdamW(0.01, beta1, beta2, epsilon, decay), start);
    double[] expected = doubles(start);
    double[] m = new double[N];
    double[] v = new double[N];

    for (int t = 1; t <= 100; t++) {
      double rate = 0.01 / t;
      float[] gradient = gradient(N, t);
      run.step(rate, gradient);
      for (int i = 0; i < N; i++) {
        double g = gradient[i];
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
        double mean = m[i] / (1 - Math.pow(beta1, t));
        double root = Math.sqrt(v[i] / (1 - Math.pow(beta2, t)));
        expected[i] -= rate * mean / (root + epsilon) + rate * decay * expected[i];
      }
    }

    assertClose(run.theta, expected, 1e-5);
  }

  @Test
  void addsEpsilonToTheCorrectedRoot() {
    OptimizerRun run = new OptimizerRun(new AdamW(1, 0.9, 0.99, 0.5, 0), 0f);

    run.step(1f);

    assertThat((double) run.theta[0]).isCloseTo(-1 / 1.5, within(1e-6));
  }

  @Test
  void shrinksParametersWithoutGradientByTheSameFactorEachStep() {
    OptimizerRun run = new OptimizerRun(new AdamW(0.1, 0.5), 3f, -2f, 0f);

    for (int t = 0; t < 10; t++) {
      run.step(0f, 0f, 0f);
    }

    double factor = Math.pow(1 - 0.1 * 0.5, 10);
    assertClose(run.theta, new double[] {3 * factor, -2 * factor, 0}, 1e-6);
  }

  @Test
  void decaysApartFromTheMoments() {
    OptimizerRun plain = new OptimizerRun(new AdamW(0.1, 0), gaussian(N, 2));
    OptimizerRun decayed = new OptimizerRun(new AdamW(0.1, 0.5), gaussian(N, 2));

    for (int t = 1; t <= 5; t++) {
      plain.step(gradient(N, t));
      decayed.step(gradient(N, t));
    }

    assertThat(decayed.state).containsExactly(plain.state);
    assertThat(decayed.theta).isNotEqualTo(plain.theta);
  }

  /**
   * The last digit of a float below 1000 is 2^-14, or 6.1e-5. A step of 8e-5 rounds to one of them,
   * together with a decay of 1000 * 8e-5 * 2.5e-4 = 2e-5 to two; a factor of 1 - 2e-8 would be 1.
   */
  @Test
  void roundsDecayAndStepTogether() {
    OptimizerRun plain = new OptimizerRun(new AdamW(8e-5, 0), 1000f);
    OptimizerRun decayed = new OptimizerRun(new AdamW(8e-5, 2.5e-4), 1000f);

    for (int t = 1; t <= 1000; t++) {
      plain.step(1f);
      decayed.step(1f);
    }

    assertThat((double) plain.theta[0]).isEqualTo(1000 - 1000 * 0x1p-14);
    assertThat((double) decayed.theta[0]).isEqualTo(1000 - 2000 * 0x1p-14);
  }
}
