package latentlab.models.cyclegan;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Small models and images for tests. */
final class CycleGans {

  static final TrainingPoint FIRST = new TrainingPoint(0, 10);
  static final ImageShape SHAPE = new ImageShape(9, 8, 1);

  private CycleGans() {}

  static CycleGanConfig config(int replay) {
    return new CycleGanConfig(3, 1, 1, 3, 10, 0.5, replay, 2e-3, RateSchedule.CONSTANT);
  }

  static CycleGanModel model(int replay, long seed) {
    return new CycleGanModel(
        config(replay), new ImageDomain(SHAPE, List.of("dark", "light")), new Seed(seed));
  }

  /** Noisy images, those of class 1 lighter. */
  static ImageBatch batch(long seed, int... labels) {
    RandomGenerator random = new Seed(seed).generator();
    float[] pixels = new float[labels.length * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0.4f * labels[i / SHAPE.size()] + 0.6f * random.nextFloat();
    }
    return new ImageBatch(SHAPE, labels.length, pixels, labels);
  }
}
