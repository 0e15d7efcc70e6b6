package latentlab.models.vqvae;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;

/** Small models and images for the tests of this package. */
final class SmallVqVae {

  static final ImageShape SHAPE = new ImageShape(9, 8, 1);
  static final ImageDomain LABELLED = new ImageDomain(SHAPE, List.of("a", "b", "c"));
  static final ImageDomain UNLABELLED = new ImageDomain(SHAPE, List.of());

  private SmallVqVae() {}

  static VqVaeConfig config(String... settings) {
    ConfigSchema<VqVaeConfig> schema = ConfigSchema.of(VqVaeConfig.class);
    Map<String, String> small =
        Map.of(
            "codes", "12", "codeSize", "3", "filters", "4", "priorWidth", "8", "priorBlocks", "2");
    VqVaeConfig config = schema.with(new VqVaeFamily().defaultConfig(), small);
    for (int i = 0; i < settings.length; i += 2) {
      config = schema.with(config, Map.of(settings[i], settings[i + 1]));
    }
    return config;
  }

  static ImageBatch batch(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] pixels = floats(count * SHAPE.size(), seed);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(3);
    }
    return new ImageBatch(SHAPE, count, pixels, labels);
  }

  /** Numbers from 0 to 1. */
  static float[] floats(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  /** Whole numbers from 0 to below a bound. */
  static int[] numbers(int count, int bound, long seed) {
    return new Seed(seed).generator().ints(count, 0, bound).toArray();
  }
}
