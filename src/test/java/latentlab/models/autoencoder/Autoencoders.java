package latentlab.models.autoencoder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** Small autoencoders and images for tests. */
final class Autoencoders {

  static final ImageDomain SMALL = new ImageDomain(new ImageShape(5, 4, 1), List.of());
  static final ImageDomain SQUARE = new ImageDomain(new ImageShape(9, 8, 1), List.of());
  static final TrainingPoint FIRST = new TrainingPoint(0, 1);

  private static final AutoencoderFamily FAMILY = new AutoencoderFamily();

  private Autoencoders() {}

  /** The default config with small layers and some settings changed. */
  static AutoencoderConfig config(Map<String, String> changes) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("latent", "3", "widths", "10,8"));
    all.putAll(changes);
    return ConfigSchema.of(AutoencoderConfig.class).with(FAMILY.defaultConfig(), all);
  }

  static AutoencoderModel model(Map<String, String> changes, ImageDomain images) {
    GenerativeModel model = FAMILY.create(config(changes), images, new Seed(1));
    return (AutoencoderModel) model;
  }

  static ImageBatch batch(ImageDomain images, int count) {
    RandomGenerator random = new Seed(7).generator();
    float[] pixels = new float[count * images.shape().size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(images.shape(), pixels);
  }

  static Tensors moved(Tensors start, String name, float[] direction, double length) {
    float[] values = start.get(name).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (length * direction[i]);
    }
    Map<String, Tensor> changed = new LinkedHashMap<>(start.byName());
    changed.put(name, new Tensor(start.get(name).shape(), values));
    return new Tensors(changed);
  }

  /**
   * Weights moved a little each: biases of 0 would leave rectifiers of silent layers at their kink.
   */
  static Tensors shaken(Tensors weights) {
    RandomGenerator random = new Seed(11).generator();
    Map<String, Tensor> shaken = new LinkedHashMap<>();
    weights
        .byName()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.values().clone();
              for (int i = 0; i < values.length; i++) {
                values[i] += (float) (0.1 * Math.abs(random.nextGaussian()));
              }
              shaken.put(name, new Tensor(tensor.shape(), values));
            });
    return new Tensors(shaken);
  }

  static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
