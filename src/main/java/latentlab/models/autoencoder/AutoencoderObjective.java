package latentlab.models.autoencoder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.models.LossTerms;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;

/**
 * What an autoencoder's training makes small, and its gradient (see the package documentation).
 * Owned by the thread that owns the networks.
 */
final class AutoencoderObjective implements AutoCloseable {

  private final AutoencoderConfig config;
  private final AutoencoderNetworks networks;
  private final PixelError pixelError;
  private final CodeActivation activation;
  private final Optional<Contraction> contraction;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;

  AutoencoderObjective(AutoencoderConfig config, AutoencoderNetworks networks, int pixels) {
    this.config = config;
    this.networks = networks;
    this.pixelError = new PixelError(config.loss(), pixels);
    this.activation = config.sparsity().codeActivation();
    this.contraction =
        config.contraction() > 0
            ? Optional.of(new Contraction(networks.encoder(), activation))
            : Optional.empty();
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(config.latent());
  }

  /**
   * A loss whose gradients are in the networks.
   *
   * @param loss of the batch
   * @param codes [rows, latent] of the batch
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
  record Descent(LossTerms loss, float[] codes) {}

  /**
   * One pass forward and backward. The gradients stay in the networks; they are those of the total
   * times {@link PixelError#unit}, so that they are not too small for Adam.
   *
   * @param batch the originals
   * @param seed decides the corruption and the directions of the contraction
   */
  Descent computeGradients(ImageBatch batch, Seed seed) {
    int rows = batch.count();
    float scale = 1f / rows;
    Matrix heads = networks.encoder().forward(pixelInput.fill(corrupted(batch, seed), 0, rows));
    float[] codes = codes(heads);
    Matrix logits = networks.decoder().forward(codeInput.fill(codes, 0, rows));
    double reconstruction = pixelError.computeGradient(logits, batch.pixels(), scale);
    float[] errors = new float[codes.length];
    networks.decoder().backward(logits).copyTo(errors);
    double[] activity = new double[config.latent()];
    addActivity(codes, activity, scale);
    addSparsityGradient(codes, activity, scale, errors);
    activation.goBack(codes, errors);
    double slope = 0;
    if (contraction.isPresent()) {
      float weight = (float) config.contraction() * scale;
      slope = contraction.get().computeGradient(codes, rows, weight, seed, errors);
    }
    heads.copyFrom(errors);
    networks.encoder().backwardWithoutInputError(heads);
    return new Descent(terms(reconstruction / rows, activity, slope / rows), codes);
  }

  /**
   * The loss alone, of any number of images.
   *
   * @param batch the originals
   * @param seed as in {@link #computeGradients}
   */
  LossTerms measure(ImageBatch batch, Seed seed) {
    float[] inputs = corrupted(batch, seed);
    double[] activity = new double[config.latent()];
    double[] sums = new double[2];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          Matrix input = pixelInput.fill(inputs, from, rows);
          float[] codes = codes(contraction.isPresent() ? forward(input) : infer(input));
          addActivity(codes, activity, 1.0 / batch.count());
          Matrix logits = networks.decoder().infer(codeInput.fill(codes, 0, rows));
          sums[0] += pixelError.measure(logits, RowChunks.pixels(batch, from, rows));
          if (contraction.isPresent()) {
            sums[1] += contraction.get().measure(codes, rows, from, seed);
          }
        });
    return terms(sums[0] / batch.count(), activity, sums[1] / batch.count());
  }

  private Matrix infer(Matrix input) {
    return networks.encoder().infer(input);
  }

  /** Dense layers, which alone can be contractive, are in training as they are in use. */
  private Matrix forward(Matrix input) {
    return networks.encoder().forward(input);
  }

  private float[] corrupted(ImageBatch batch, Seed seed) {
    return config.corruption().apply(batch, config.corruptionAmount(), seed);
  }

  private float[] codes(Matrix heads) {
    float[] codes = new float[heads.rows() * heads.columns()];
    heads.copyTo(codes);
    activation.apply(codes);
    return codes;
  }

  /** Adds to r_j for each dimension j. */
  private static void addActivity(float[] codes, double[] activity, double scale) {
    for (int i = 0; i < codes.length; i++) {
      activity[i % activity.length] += scale * Math.abs(codes[i]);
    }
  }

  private void addSparsityGradient(float[] codes, double[] activity, float scale, float[] errors) {
    if (config.sparsity() == Sparsity.NONE) {
      return;
    }
    float[] slopes = new float[activity.length];
    for (int j = 0; j < slopes.length; j++) {
      double slope = config.sparsity().slope(activity[j], config.targetActivity());
      slopes[j] = (float) (config.sparsityWeight() * scale * slope);
    }
    for (int i = 0; i < codes.length; i++) {
      errors[i] += slopes[i % slopes.length] * Math.signum(codes[i]);
    }
  }

  /** The terms from means per image; the pixels of an image are summed. */
  private LossTerms terms(double reconstruction, double[] activity, double slope) {
    Map<String, Double> parts = new LinkedHashMap<>();
    double sum = reconstruction;
    parts.put("reconstruction", reconstruction / pixelError.unit());
    if (config.sparsity() != Sparsity.NONE) {
      double penalty = 0;
      for (double value : activity) {
        penalty += config.sparsity().term(value, config.targetActivity());
      }
      parts.put("sparsity", penalty);
      sum += config.sparsityWeight() * penalty;
    }
    if (contraction.isPresent()) {
      parts.put("contraction", slope);
      sum += config.contraction() * slope;
    }
    return new LossTerms(sum / pixelError.unit(), parts);
  }

  /** Gives native memory back; the networks stay open. */
  @Override
  public void close() {
    contraction.ifPresent(Contraction::close);
    pixelInput.close();
    codeInput.close();
  }
}
