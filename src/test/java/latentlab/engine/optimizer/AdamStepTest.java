package latentlab.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Adam;

class AdamStepTest {

  /** More than one block, and no multiple of it. */
  private static final int N = 5000;

  @Test
  void followsThePaperOverSeveralSteps() {
    double rate = 0.01;
    double beta1 = 0.8;
    double beta2 = 0.95;
    double epsilon = 1e-6;
    AdamStep adam = new AdamStep(new Adam(rate, beta1, beta2, epsilon));
    RandomGenerator random = new Seed(1).generator();
    float[] theta = new float[N];
    float[] state = new float[2 * N];
    double[] expected = new double[N];
    double[] m = new double[N];
    double[] v = new double[N];

    for (int t = 1; t <= 5; t++) {
      float[] gradient = new float[N];
      for (int i = 0; i < N; i++) {
        gradient[i] = (float) random.nextGaussian();
        m[i] = beta1 * m[i] + (1 - beta1) * gradient[i];
        v[i] = beta2 * v[i] + (1 - beta2) * gradient[i] * gradient[i];
        double step = rate * Math.sqrt(1 - Math.pow(beta2, t)) / (1 - Math.pow(beta1, t));
        expected[i] -= step * m[i] / (Math.sqrt(v[i]) + epsilon);
      }
      adam.apply(
          FloatBuffer.wrap(theta), FloatBuffer.wrap(gradient), FloatBuffer.wrap(state), N, t);
    }

    for (int i = 0; i < N; i++) {
      assertThat((double) theta[i]).isCloseTo(expected[i], within(1e-6));
      assertThat((double) state[i]).isCloseTo(m[i], within(1e-6));
      assertThat((double) state[N + i]).isCloseTo(v[i], within(1e-6));
    }
  }
}
