package latentlab.models.storage;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LossTerms;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.config.Setting;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.jspecify.annotations.Nullable;

/** The smallest family of models there can be: one vector of weights that makes nothing. */
final class TinyFamily implements ModelFamily<TinyFamily.Config> {

  /** The model made last, to see whether it was closed. */
  @Nullable Model lastMade;

  /** As many weights as it says. */
  record Config(@Setting(label = "Size", help = "How many weights.", min = 1, max = 9) int size)
      implements ModelConfig {}

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public String title() {
    return "Tiny";
  }

  @Override
  public String summary() {
    return "Has weights and nothing else.";
  }

  @Override
  public Config defaultConfig() {
    return new Config(2);
  }

  @Override
  public GenerativeModel create(Config config, ImageDomain images, Seed seed) {
    if (images.shape().channels() != 1) {
      throw new InvalidInputException("tiny needs grey images");
    }
    Model model = new Model(config, images);
    lastMade = model;
    return model;
  }

  /** Holds its weights. */
  static final class Model implements GenerativeModel {

    private final ImageDomain images;
    private float[] weights;
    private boolean closed;

    Model(Config config, ImageDomain images) {
      this.images = images;
      weights = new float[config.size()];
    }

    boolean isClosed() {
      return closed;
    }

    @Override
    public ImageDomain images() {
      return images;
    }

    @Override
    public long parameterCount() {
      return weights.length;
    }

    @Override
    public Tensors weights() {
      return new Tensors(Map.of("w", Tensor.vector(weights.clone())));
    }

    @Override
    public void setWeights(Tensors given) {
      Tensor tensor = given.byName().get("w");
      List<Long> expected = List.of((long) weights.length);
      if (tensor == null || !tensor.shape().equals(expected)) {
        throw new InvalidInputException("expected a tensor w of shape " + expected);
      }
      weights = tensor.values().clone();
    }

    @Override
    public ModelTrainer trainer() {
      return new Idle();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Learns nothing. */
  private static final class Idle implements ModelTrainer {

    @Override
    public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
      return evaluate(batch, point, seed);
    }

    @Override
    public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
      return new LossTerms(0, Map.of());
    }

    @Override
    public Tensors optimizerState() {
      return new Tensors(Map.of());
    }

    @Override
    public void setOptimizerState(Tensors state) {}
  }
}
