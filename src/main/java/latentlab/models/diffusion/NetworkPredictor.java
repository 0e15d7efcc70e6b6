package latentlab.models.diffusion;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Pass;
import latentlab.models.denoising.ImagePredictor;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.PredictionType;

/** What a network predicts, as clean images. For the network's thread. */
final class NetworkPredictor implements ImagePredictor {

  /** Rows that go through the network at once: more only need more memory. */
  private static final int ROWS = 128;

  private final DiffusionNetwork network;
  private final NoiseSchedule schedule;
  private final PredictionType prediction;
  private final int classes;

  NetworkPredictor(
      DiffusionNetwork network, NoiseSchedule schedule, PredictionType prediction, int classes) {
    this.network = network;
    this.schedule = schedule;
    this.prediction = prediction;
    this.classes = classes;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void predict(float[] noisy, int count, int t, float[] classWeights, float[] images) {
    int[] times = new int[count];
    Arrays.fill(times, t);
    double a = schedule.signal(t);
    double b = schedule.noise(t);
    int size = noisy.length / count;
    for (int from = 0; from < count; from += ROWS) {
      int rows = Math.min(ROWS, count - from);
      Matrix said = network.forward(noisy, times, classWeights, from, rows, Pass.INFERENCE);
      said.buffer().get(0, images, from * size, rows * size);
    }
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) prediction.image(noisy[i], images[i], a, b);
    }
  }
}
