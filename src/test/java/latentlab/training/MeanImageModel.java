package latentlab.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.Reconstructor;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * One parameter b for each pixel. The loss of an image x is |b - x - noise|^2 / 2, whose gradient
 * is b - x - noise; training is gradient descent with momentum. So b goes to the mean image.
 */
final class MeanImageModel implements GenerativeModel, ModelTrainer, LatentSpace, Reconstructor {

  private static final float MOMENTUM = 0.5f;
  private static final float NOISE = 0.01f;

  final Thread owner = Thread.currentThread();
  final List<Seed> stepSeeds = new CopyOnWriteArrayList<>();
  final List<Seed> evaluationSeeds = new CopyOnWriteArrayList<>();
  volatile boolean closed;

  private final float learningRate;
  private final ImageDomain images;
  private final LongConsumer beforeStep;
  private final float[] mean;
  private final float[] velocity;
  private long steps;

  MeanImageModel(MeanImageConfig config, ImageDomain images, Seed seed, LongConsumer beforeStep) {
    this.learningRate = (float) config.learningRate();
    this.images = images;
    this.beforeStep = beforeStep;
    mean = new float[images.shape().size()];
    velocity = new float[mean.length];
    RandomGenerator random = seed.generator();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = random.nextFloat();
    }
  }

  private void requireOwner() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("called by " + Thread.currentThread());
    }
    if (closed) {
      throw new IllegalStateException("closed");
    }
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return mean.length;
  }

  @Override
  public Tensors weights() {
    requireOwner();
    return new Tensors(Map.of("mean", Tensor.vector(mean.clone())));
  }

  @Override
  public void setWeights(Tensors weights) {
    requireOwner();
    copy(weights.get("mean"), mean);
  }

  private static void copy(Tensor from, float[] to) {
    if (from.values().length != to.length) {
      throw new InvalidInputException("expected " + to.length + " values in mean");
    }
    System.arraycopy(from.values(), 0, to, 0, to.length);
  }

  @Override
  public ModelTrainer trainer() {
    requireOwner();
    return this;
  }

  @Override
  public void close() {
    requireOwner();
    closed = true;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    requireOwner();
    beforeStep.accept(steps + 1);
    stepSeeds.add(seed);
    float[] gradient = new float[mean.length];
    LossTerms loss = loss(batch, seed, gradient);
    for (int i = 0; i < mean.length; i++) {
      velocity[i] = MOMENTUM * velocity[i] + gradient[i] / batch.count();
      mean[i] -= learningRate * velocity[i];
    }
    steps++;
    return loss;
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    requireOwner();
    evaluationSeeds.add(seed);
    return loss(batch, seed, new float[mean.length]);
  }

  private LossTerms loss(ImageBatch batch, Seed seed, float[] gradient) {
    RandomGenerator random = seed.generator();
    float squares = 0;
    for (int i = 0; i < batch.pixels().length; i++) {
      int pixel = i % mean.length;
      float noise = NOISE * (float) random.nextGaussian();
      float difference = mean[pixel] - batch.pixels()[i] - noise;
      gradient[pixel] += difference;
      squares += difference * difference;
    }
    double loss = 0.5 * squares / batch.count();
    return new LossTerms(loss, Map.of("squares", loss));
  }

  @Override
  public Tensors optimizerState() {
    requireOwner();
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put("velocity", Tensor.vector(velocity.clone()));
    state.put("steps", Tensor.vector((float) steps));
    return new Tensors(state);
  }

  @Override
  public void setOptimizerState(Tensors state) {
    requireOwner();
    copy(state.get("velocity"), velocity);
    steps = (long) state.get("steps").values()[0];
  }

  @Override
  public int latentSize() {
    return 3;
  }

  @Override
  public float latentExtent() {
    return 5;
  }

  /** The mean image for every point, whatever the point. */
  @Override
  public ImageBatch decode(LatentCodes codes) {
    requireOwner();
    float[] pixels = new float[codes.count() * mean.length];
    for (int i = 0; i < codes.count(); i++) {
      System.arraycopy(mean, 0, pixels, i * mean.length, mean.length);
    }
    return ImageBatch.unlabelled(images.shape(), pixels);
  }

  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    return decode(new LatentCodes(batch.count(), 3, new float[3 * batch.count()]));
  }
}
