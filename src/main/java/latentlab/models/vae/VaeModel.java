package latentlab.models.vae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.BernoulliLogits;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.Encoder;
import latentlab.models.EvidenceBound;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.ModelTrainer;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** A variational autoencoder with dense networks. */
final class VaeModel
    implements GenerativeModel, Encoder, Reconstructor, PriorSampler, EvidenceBound {

  /** Rows that go through the networks at once; more would only take more memory. */
  private static final int ROWS_AT_ONCE = 400;

  /** In units of the prior's standard deviation: 99.7% of codes lie within. */
  private static final float EXTENT = 3f;

  private final ImageDomain images;
  private final Network encoder;
  private final Network decoder;
  private final DiagonalGaussian posterior;
  private final BernoulliLogits likelihood;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final VaeTrainer trainer;

  VaeModel(VaeConfig config, ImageDomain images, Seed seed) {
    int pixels = images.shape().size();
    this.images = images;
    this.encoder =
        Network.dense(
            "encoder",
            sizes(pixels, config.widths(), 2 * config.latent()),
            config.activation(),
            config.learningRate(),
            seed.derive("encoder"));
    List<Integer> mirrored = new ArrayList<>(config.widths());
    Collections.reverse(mirrored);
    this.decoder =
        Network.dense(
            "decoder",
            sizes(config.latent(), mirrored, pixels),
            config.activation(),
            config.learningRate(),
            seed.derive("decoder"));
    this.posterior = new DiagonalGaussian(config.latent());
    this.likelihood = new BernoulliLogits(pixels);
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(config.latent());
    this.trainer = new VaeTrainer(this, config.beta());
  }

  private static List<Integer> sizes(int inputs, List<Integer> hidden, int outputs) {
    List<Integer> sizes = new ArrayList<>();
    sizes.add(inputs);
    sizes.addAll(hidden);
    sizes.add(outputs);
    return sizes;
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return (long) encoder.parameterCount() + decoder.parameterCount();
  }

  @Override
  public Tensors weights() {
    return union(encoder.weights(), decoder.weights());
  }

  @Override
  public void setWeights(Tensors weights) {
    decoder.checkWeights(weights); // Before anything is changed; the other checks itself.
    encoder.setWeights(weights);
    decoder.setWeights(weights);
  }

  @Override
  public ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public int latentSize() {
    return posterior.size();
  }

  @Override
  public float latentExtent() {
    return EXTENT;
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    if (codes.size() != latentSize()) {
      throw new IllegalArgumentException(
          "codes have " + codes.size() + " dimensions; the model has " + latentSize());
    }
    int pixels = images.shape().size();
    float[] result = new float[Math.multiplyExact(codes.count(), pixels)];
    for (int from = 0; from < codes.count(); from += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, codes.count() - from);
      Matrix input = codeInput.fill(codes.values(), from, rows);
      likelihood.probabilities(decoder.infer(input), result, from * pixels);
    }
    return ImageBatch.unlabelled(images.shape(), result);
  }

  @Override
  public LatentCodes encode(ImageBatch batch) {
    checkShape(batch);
    float[] codes = new float[Math.multiplyExact(batch.count(), latentSize())];
    for (int from = 0; from < batch.count(); from += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, batch.count() - from);
      float[] parameters = posteriorParameters(batch, from, rows);
      for (int r = 0; r < rows; r++) {
        System.arraycopy(
            parameters, r * 2 * latentSize(), codes, (from + r) * latentSize(), latentSize());
      }
    }
    return new LatentCodes(batch.count(), latentSize(), codes);
  }

  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    return decode(encode(batch));
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    float[] codes = new float[Math.multiplyExact(count, latentSize())];
    for (int i = 0; i < count; i++) {
      RandomGenerator random = seed.derive("sample", i).generator();
      for (int j = 0; j < latentSize(); j++) {
        codes[i * latentSize() + j] = (float) random.nextGaussian();
      }
    }
    return decode(new LatentCodes(count, latentSize(), codes));
  }

  @Override
  public Bound evidenceBound(ImageBatch batch, Seed seed) {
    checkShape(batch);
    RandomGenerator random = seed.generator();
    double reconstruction = 0;
    double divergence = 0;
    for (int from = 0; from < batch.count(); from += ROWS_AT_ONCE) {
      int rows = Math.min(ROWS_AT_ONCE, batch.count() - from);
      float[] parameters = posteriorParameters(batch, from, rows);
      float[] draws = new float[rows * latentSize()];
      posterior.draw(parameters, rows, random, new float[draws.length], draws);
      Matrix logits = decoder.infer(codeInput.fill(draws, 0, rows));
      reconstruction += likelihood.negativeLogLikelihood(logits, rowsOf(batch, from, rows));
      divergence += posterior.divergence(parameters, rows);
    }
    return new Bound(reconstruction / batch.count(), divergence / batch.count());
  }

  /** One pass forward and backward; the gradients stay in the networks. See {@link VaeTrainer}. */
  Bound computeGradients(ImageBatch batch, double beta, RandomGenerator random) {
    checkShape(batch);
    int rows = batch.count();
    Matrix heads = encoder.forward(pixelInput.fill(batch.pixels(), 0, rows));
    float[] parameters = new float[rows * 2 * latentSize()];
    heads.copyTo(parameters);
    float[] noise = new float[rows * latentSize()];
    float[] draws = new float[noise.length];
    posterior.draw(parameters, rows, random, noise, draws);

    Matrix logits = decoder.forward(codeInput.fill(draws, 0, rows));
    double reconstruction = likelihood.lossAndGradient(logits, batch.pixels(), 1f / rows);
    decoder.backward(logits).copyTo(draws);

    float weight = (float) (beta / rows);
    float[] headErrors = new float[parameters.length];
    posterior.gradient(parameters, rows, noise, draws, weight, headErrors);
    heads.copyFrom(headErrors);
    encoder.backwardWithoutInputError(heads);
    return new Bound(reconstruction / rows, posterior.divergence(parameters, rows) / rows);
  }

  /** Moves both networks along the gradients computed last. */
  void update() {
    decoder.update();
    encoder.update();
  }

  Tensors gradients() {
    return union(encoder.gradients(), decoder.gradients());
  }

  Tensors optimizerState() {
    return union(encoder.optimizerState(), decoder.optimizerState());
  }

  void setOptimizerState(Tensors state) {
    decoder.checkOptimizerState(state); // Before anything is changed; the other checks itself.
    encoder.setOptimizerState(state);
    decoder.setOptimizerState(state);
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
    pixelInput.close();
    codeInput.close();
  }

  private float[] posteriorParameters(ImageBatch batch, int from, int rows) {
    float[] parameters = new float[rows * 2 * latentSize()];
    encoder.infer(pixelInput.fill(batch.pixels(), from, rows)).copyTo(parameters);
    return parameters;
  }

  private static float[] rowsOf(ImageBatch batch, int from, int rows) {
    int size = batch.shape().size();
    return Arrays.copyOfRange(batch.pixels(), from * size, (from + rows) * size);
  }

  private void checkShape(ImageBatch batch) {
    if (!batch.shape().equals(images.shape())) {
      throw new IllegalArgumentException(
          "images are " + batch.shape() + "; the model takes " + images.shape());
    }
  }

  private static Tensors union(Tensors first, Tensors second) {
    Map<String, Tensor> all = new LinkedHashMap<>(first.byName());
    all.putAll(second.byName());
    return new Tensors(all);
  }
}
