package latentlab.models.vqvae;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.engine.primitives.FeatureShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.CodeMaps;
import latentlab.models.CodePriorSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelTrainer;
import latentlab.models.Reconstructor;
import latentlab.models.networks.NetworkGroup;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** An autoencoder with a codebook, and a prior over its codes. */
class VqVaeModel implements GenerativeModel, Reconstructor, CodePriorSampler {

  private final ImageDomain images;
  private final CodeAutoencoder autoencoder;
  private final CodePrior prior;
  private final CodeSampler sampler;
  private final double temperature;
  private final NetworkGroup networks;
  private final VqVaeTrainer trainer;

  /**
   * Makes a model.
   *
   * @param classes how many the prior is told; 0 for a prior that is told none
   */
  VqVaeModel(VqVaeConfig config, ImageDomain images, int classes, Seed seed) {
    this.images = images;
    this.autoencoder = new CodeAutoencoder(config, images.shape(), seed);
    PriorArchitecture architecture =
        new PriorArchitecture(
            config.codes(),
            autoencoder.grid().pixels(),
            classes,
            config.priorWidth(),
            config.priorBlocks());
    this.prior = new CodePrior(architecture, config.learningRate(), seed.derive("prior"));
    this.sampler = new CodeSampler(prior);
    this.temperature = config.temperature();
    this.networks = autoencoder.networksWith(prior.network());
    this.trainer = new VqVaeTrainer(config, autoencoder, prior, networks);
  }

  @Override
  public final ImageDomain images() {
    return images;
  }

  @Override
  public final long parameterCount() {
    return networks.parameterCount();
  }

  /** The networks, the codebook among them, and the moving averages. */
  @Override
  public final Tensors weights() {
    Map<String, Tensor> all = new LinkedHashMap<>(networks.weights().byName());
    all.putAll(autoencoder.statistics().tensors().byName());
    return new Tensors(all);
  }

  @Override
  public final void setWeights(Tensors weights) {
    autoencoder.statistics().check(weights); // Before anything is changed.
    networks.setWeights(weights);
    autoencoder.statistics().set(weights);
  }

  @Override
  public final ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public final int codeRows() {
    return grid().height();
  }

  @Override
  public final int codeColumns() {
    return grid().width();
  }

  @Override
  public final int codebookSize() {
    return prior.architecture().codes();
  }

  private FeatureShape grid() {
    return autoencoder.grid();
  }

  @Override
  public final CodeMaps encodeToCodes(ImageBatch batch) {
    return new CodeMaps(batch.count(), codeRows(), codeColumns(), autoencoder.encode(batch));
  }

  @Override
  public final ImageBatch decodeCodes(CodeMaps codes) {
    if (codes.rows() != codeRows() || codes.columns() != codeColumns()) {
      throw new IllegalArgumentException(
          String.format(
              "grids are %dx%d; the model has %dx%d",
              codes.rows(), codes.columns(), codeRows(), codeColumns()));
    }
    for (int code : codes.indices()) {
      if (code < 0 || code >= codebookSize()) {
        throw new IllegalArgumentException(
            "code " + code + " is not from 0 to " + (codebookSize() - 1));
      }
    }
    return decoded(codes.indices(), new int[0]);
  }

  private ImageBatch decoded(int[] codes, int[] labels) {
    int count = codes.length / grid().pixels();
    return new ImageBatch(images.shape(), count, autoencoder.decode(codes, count), labels);
  }

  @Override
  public final ImageBatch reconstruct(ImageBatch batch) {
    return decoded(autoencoder.encode(batch), batch.labels());
  }

  @Override
  public final double temperature() {
    return temperature;
  }

  @Override
  public final ImageBatch sample(int count, Seed seed) {
    int[] told = told(count, new int[0], seed);
    return decoded(sampler.sample(count, told, temperature, seed), told);
  }

  @Override
  public final CodeMaps sampleCodes(int count, int[] labels, double chosen, Seed seed) {
    if (!(chosen > 0 && chosen <= Double.MAX_VALUE)) {
      throw new InvalidInputException("temperature must be above 0, not " + chosen);
    }
    if (labels.length != 0 && labels.length != count) {
      throw new IllegalArgumentException(labels.length + " labels for " + count + " grids");
    }
    int[] codes = sampler.sample(count, told(count, labels, seed), chosen, seed);
    return new CodeMaps(count, codeRows(), codeColumns(), codes);
  }

  /** New images of the prior's classes, each of which exists. */
  final ImageBatch sampleClasses(int[] labels, Seed seed) {
    return decoded(sampler.sample(labels.length, labels, temperature, seed), labels);
  }

  /**
   * What the prior is told.
   *
   * @param labels [count] the classes asked for; empty if none are
   * @return [count], or empty if it is told no classes
   */
  int[] told(int count, int[] labels, Seed seed) {
    if (labels.length != 0) {
      throw new InvalidInputException("the prior of this model is not told classes");
    }
    return labels;
  }

  @Override
  public final void close() {
    autoencoder.close();
    prior.close();
  }
}
