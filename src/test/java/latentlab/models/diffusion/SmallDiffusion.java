package latentlab.models.diffusion;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import latentlab.models.TrainingPoint;
import latentlab.models.denoising.PredictionType;
import latentlab.models.denoising.ScheduleType;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** The tiny network on images of 8x8, whose left half (class 0) or right half (1) is lit. */
final class SmallDiffusion {

  static final ImageShape SHAPE = new ImageShape(8, 8, 1);
  static final TrainingPoint START = new TrainingPoint(0, 100);

  private SmallDiffusion() {}

  static ImageDomain domain(int classes) {
    return new ImageDomain(SHAPE, List.of("left", "right").subList(0, classes));
  }

  static DiffusionConfig config() {
    return new DiffusionConfig(
        NetworkSize.TINY,
        100,
        ScheduleType.COSINE,
        PredictionType.VELOCITY,
        5,
        0.99,
        true,
        0.1,
        1,
        10,
        1,
        2e-3,
        RateSchedule.CONSTANT);
  }

  static DiffusionConfig config(PredictionType prediction, double minSnr, double classDropout) {
    DiffusionConfig usual = config();
    return new DiffusionConfig(
        usual.size(),
        usual.steps(),
        usual.noiseSchedule(),
        prediction,
        minSnr,
        usual.emaDecay(),
        true,
        classDropout,
        usual.guidance(),
        usual.samplingSteps(),
        usual.gradientNorm(),
        usual.learningRate(),
        usual.schedule());
  }

  static DiffusionConfig withDecay(double emaDecay) {
    DiffusionConfig usual = config();
    return new DiffusionConfig(
        usual.size(),
        usual.steps(),
        usual.noiseSchedule(),
        usual.prediction(),
        usual.minSnr(),
        emaDecay,
        true,
        usual.classDropout(),
        usual.guidance(),
        usual.samplingSteps(),
        usual.gradientNorm(),
        usual.learningRate(),
        usual.schedule());
  }

  static ImageBatch batch(int count, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] pixels = new float[count * SHAPE.size()];
    int[] labels = new int[count];
    for (int i = 0; i < pixels.length; i++) {
      int item = i / SHAPE.size();
      labels[item] = item % 2;
      boolean lit = (i % 8 < 4) == (labels[item] == 0);
      pixels[i] = lit ? 0.8f + 0.2f * random.nextFloat() : 0.1f * random.nextFloat();
    }
    return new ImageBatch(SHAPE, count, pixels, labels);
  }
}
