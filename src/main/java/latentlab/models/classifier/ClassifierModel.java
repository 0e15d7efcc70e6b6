package latentlab.models.classifier;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.losses.SoftmaxCrossEntropy;
import latentlab.engine.optimizer.AdamW;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.ImageDomain;
import latentlab.models.ModelTrainer;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A convolutional classifier. */
final class ClassifierModel implements GenerativeModel, ImageClassifier {

  private static final String NAME = "classifier";

  private final ImageDomain images;
  private final ClassifierArchitecture architecture;
  private final Network network;
  private final FrozenNetwork frozen;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer originalInput;
  private final SoftmaxCrossEntropy softmax;
  private final ClassifierTrainer trainer;
  private boolean frozenIsCurrent;

  ClassifierModel(ClassifierConfig config, ImageDomain images, Seed seed) {
    this.images = images;
    this.architecture = new ClassifierArchitecture(config, images);
    this.network =
        Network.of(
            architecture.learning(NAME),
            new AdamW(config.learningRate(), config.weightDecay()),
            seed.derive(NAME));
    this.frozen = new FrozenNetwork(architecture);
    this.pixelInput = new MatrixBuffer(images.shape().size());
    this.originalInput = new MatrixBuffer(images.shape().size());
    this.softmax = new SoftmaxCrossEntropy(architecture.classes());
    this.trainer = new ClassifierTrainer(this, config);
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return network.parameterCount();
  }

  @Override
  public Tensors weights() {
    return network.weights();
  }

  @Override
  public void setWeights(Tensors weights) {
    network.setWeights(weights);
    frozenIsCurrent = false;
  }

  @Override
  public ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public Features probabilities(ImageBatch batch) {
    RowChunks.checkShape(batch, images.shape());
    int classes = architecture.classes();
    float[] result = new float[Math.multiplyExact(batch.count(), classes)];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> softmax.probabilities(logits(batch, from, rows), result, from * classes));
    return new Features(batch.count(), classes, result);
  }

  @Override
  public Features features(ImageBatch batch) {
    RowChunks.checkShape(batch, images.shape());
    int size = architecture.features();
    float[] result = new float[Math.multiplyExact(batch.count(), size)];
    RowChunks.forEach(
        batch.count(),
        (from, rows) ->
            current()
                .features(pixelInput.fill(batch.pixels(), from, rows))
                .buffer()
                .get(0, result, from * size, rows * size));
    return new Features(batch.count(), size, result);
  }

  @Override
  public double featureDistance(
      ImageBatch batch, ImageBatch originals, float scale, float[] gradient) {
    RowChunks.checkShape(batch, images.shape());
    RowChunks.checkShape(originals, images.shape());
    if (batch.count() != originals.count() || gradient.length != batch.pixels().length) {
      throw new IllegalArgumentException(
          String.format(
              "%d images cannot be compared with %d, with a gradient of %d values",
              batch.count(), originals.count(), gradient.length));
    }
    double[] sum = new double[1];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> sum[0] += addDistance(batch, originals, from, rows, scale, gradient));
    return sum[0];
  }

  private double addDistance(
      ImageBatch batch, ImageBatch originals, int from, int rows, float scale, float[] gradient) {
    int size = architecture.features();
    float[] wanted = new float[rows * size];
    float[] errors = new float[rows * size];
    current().features(originalInput.fill(originals.pixels(), from, rows)).copyTo(wanted);
    frozen.featuresToGoBackFrom(pixelInput.fill(batch.pixels(), from, rows)).copyTo(errors);
    double squares = 0;
    for (int i = 0; i < errors.length; i++) {
      float difference = errors[i] - wanted[i];
      squares += (double) difference * difference;
      errors[i] = 2 * scale / size * difference;
    }
    int pixels = images.shape().size();
    float[] pixelErrors = new float[rows * pixels];
    frozen.pixelErrors(errors, rows).copyTo(pixelErrors);
    for (int i = 0; i < pixelErrors.length; i++) {
      gradient[from * pixels + i] += pixelErrors[i];
    }
    return squares / size;
  }

  /**
   * Logits as in use.
   *
   * @return [rows, classes], overwritten by the next call with as many rows
   */
  Matrix logits(ImageBatch batch, int from, int rows) {
    return current().logits(pixelInput.fill(batch.pixels(), from, rows));
  }

  /**
   * Logits as in training.
   *
   * @param pixels [rows, pixels]
   * @return [rows, classes], to be overwritten by their errors
   */
  Matrix trainingLogits(float[] pixels, int rows, Seed seed) {
    return network.forward(List.of(pixelInput.fill(pixels, 0, rows)), Pass.training(seed)).get(0);
  }

  /** One update, from the errors of the training logits. */
  void descend(Matrix errors, double rateFactor) {
    network.backwardWithoutInputError(errors);
    network.update(rateFactor);
    frozenIsCurrent = false;
  }

  Tensors optimizerState() {
    return network.optimizerState();
  }

  void setOptimizerState(Tensors state) {
    network.setOptimizerState(state);
  }

  private FrozenNetwork current() {
    if (!frozenIsCurrent) {
      frozen.take(network.weights(), NAME);
      frozenIsCurrent = true;
    }
    return frozen;
  }

  @Override
  public void close() {
    network.close();
    frozen.close();
    pixelInput.close();
    originalInput.close();
  }
}
