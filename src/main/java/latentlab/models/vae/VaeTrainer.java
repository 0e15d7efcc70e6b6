package latentlab.models.vae;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.EvidenceBound;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * Descends the loss of the package documentation: with one draw of z for each image the evidence
 * lower bound and its additions, with several the importance-weighted bound.
 */
final class VaeTrainer implements ModelTrainer {

  private final VaeModel model;
  private final VaeConfig config;
  private final DivergenceTerm divergenceTerm;
  private final DiagonalGaussian posterior;
  private final ImportanceWeights weights;
  private final Optional<PerceptualModel> perceptual;
  private final PictureTerms pictureTerms;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;

  VaeTrainer(VaeModel model, VaeConfig config) {
    this.model = model;
    this.config = config;
    divergenceTerm = new DivergenceTerm(config.beta(), config.capacity(), config.warmUp());
    posterior = new DiagonalGaussian(config.latent());
    weights = new ImportanceWeights(config.samples(), config.latent());
    perceptual =
        config.perceptualWeight() > 0
            ? Optional.of(PerceptualModel.open(config.perceptualModel(), model.images().shape()))
            : Optional.empty();
    pictureTerms =
        new PictureTerms(
            model.images().shape(),
            config.similarityWeight(),
            config.perceptualWeight(),
            perceptual.map(PerceptualModel::classifier));
    pixelInput = new MatrixBuffer(model.images().shape().size());
    codeInput = new MatrixBuffer(config.latent());
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    LossTerms loss = computeGradients(batch, point, seed);
    model.group().update(config.schedule().factor(point));
    return loss;
  }

  /** One pass forward and backward; the gradients stay in the networks. */
  LossTerms computeGradients(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, model.images().shape());
    RandomGenerator random = seed.generator();
    float[] pixels = seen(batch, seed);
    int rows = batch.count();
    Matrix heads = model.networks().encoder().forward(pixelInput.fill(pixels, 0, rows));
    float[] parameters = new float[rows * 2 * config.latent()];
    heads.copyTo(parameters);
    float[] headErrors = new float[parameters.length];
    LossTerms loss =
        config.samples() == 1
            ? descendBound(pixels, parameters, rows, random, point, headErrors)
            : descendWeightedBound(pixels, parameters, rows, random, headErrors);
    heads.copyFrom(headErrors);
    model.networks().encoder().backwardWithoutInputError(heads);
    return loss;
  }

  private LossTerms descendBound(
      float[] pixels,
      float[] parameters,
      int rows,
      RandomGenerator random,
      TrainingPoint point,
      float[] headErrors) {
    float[] noise = new float[rows * config.latent()];
    float[] draws = new float[noise.length];
    posterior.draw(parameters, rows, random, noise, draws);
    Matrix outputs = model.networks().decoder().forward(codeInput.fill(draws, 0, rows));
    Map<String, Double> extra = new LinkedHashMap<>();
    float[] decoded = pictureTerms.areWanted() ? decoded(outputs) : new float[0];
    double reconstruction = model.likelihood().lossAndGradient(outputs, pixels, 1f / rows) / rows;
    double pictures = addPictureTerms(outputs, decoded, pixels, rows, extra);
    model.networks().decoder().backward(outputs).copyTo(draws);

    double divergence = posterior.divergence(parameters, rows) / rows;
    float weight = (float) (divergenceTerm.weight(divergence, point) / rows);
    posterior.gradient(parameters, rows, noise, draws, weight, headErrors);
    return terms(reconstruction, divergence, pictures, extra, point);
  }

  private float[] decoded(Matrix outputs) {
    float[] decoded = new float[outputs.rows() * outputs.columns()];
    model.likelihood().means(outputs, decoded, 0);
    return decoded;
  }

  /** Adds the gradient of the picture terms, through the sigmoid, to that of the likelihood. */
  private double addPictureTerms(
      Matrix errors, float[] decoded, float[] pixels, int rows, Map<String, Double> parts) {
    if (!pictureTerms.areWanted()) {
      return 0;
    }
    float[] slope = new float[decoded.length];
    double loss = pictureTerms.lossAndGradient(decoded, pixels, rows, slope, parts);
    float[] sum = new float[decoded.length];
    errors.copyTo(sum);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += slope[i] * decoded[i] * (1 - decoded[i]);
    }
    errors.copyFrom(sum);
    return loss;
  }

  /** Burda et al. 2016, equation 13: each draw's gradient counts by its normalised weight. */
  private LossTerms descendWeightedBound(
      float[] pixels, float[] parameters, int rows, RandomGenerator random, float[] headErrors) {
    int size = config.latent();
    int draws = rows * config.samples();
    float[] heads = repeatedRows(parameters, rows);
    float[] targets = repeatedRows(pixels, rows);
    float[] noise = new float[draws * size];
    float[] codes = new float[draws * size];
    posterior.draw(heads, draws, random, noise, codes);
    Matrix outputs = model.networks().decoder().forward(codeInput.fill(codes, 0, draws));
    double[] losses = new double[draws];
    model.likelihood().rowLosses(outputs, targets, losses);
    double[] logarithms = new double[draws];
    weights.logarithms(losses, heads, noise, codes, draws, logarithms);
    float[] shares = new float[draws];
    weights.normalise(logarithms, rows, 1f / rows, shares);

    model.likelihood().gradient(outputs, targets, shares);
    float[] slope = new float[codes.length];
    model.networks().decoder().backward(outputs).copyTo(slope);
    Arrays.fill(headErrors, 0f);
    for (int i = 0; i < codes.length; i++) {
      int draw = i / size;
      int mean = draw / config.samples() * 2 * size + i % size;
      float byCode = slope[i] + shares[draw] * codes[i];
      headErrors[mean] += byCode;
      headErrors[mean + size] += 0.5f * (byCode * noise[i] - shares[draw]);
    }
    return weightedTerms(logarithms, losses, rows, posterior.divergence(parameters, rows) / rows);
  }

  private LossTerms weightedTerms(
      double[] logarithms, double[] losses, int rows, double divergence) {
    double bound = 0;
    for (int r = 0; r < rows; r++) {
      bound += weights.bound(logarithms, r) / rows;
    }
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", Arrays.stream(losses).average().orElse(0));
    parts.put("kl", divergence);
    return new LossTerms(-bound, parts);
  }

  private float[] repeatedRows(float[] values, int rows) {
    int length = values.length / rows;
    int samples = config.samples();
    float[] all = new float[values.length * samples];
    for (int i = 0; i < rows * samples; i++) {
      System.arraycopy(values, i / samples * length, all, i * length, length);
    }
    return all;
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    ImageBatch images = ImageBatch.unlabelled(batch.shape(), seen(batch, seed));
    EvidenceBound.Bound bound = model.evidenceBound(images, seed);
    Map<String, Double> extra = new LinkedHashMap<>();
    if (config.samples() > 1) {
      double mean =
          Arrays.stream(model.logLikelihood(images, config.samples(), seed)).average().orElse(0);
      extra.put("reconstruction", bound.reconstruction());
      extra.put("kl", bound.kl());
      return new LossTerms(-mean, extra);
    }
    double pictures = 0;
    if (pictureTerms.areWanted()) {
      float[] decoded = model.reconstruct(images).pixels();
      pictures =
          pictureTerms.lossAndGradient(
              decoded, images.pixels(), batch.count(), new float[decoded.length], extra);
    }
    return terms(bound.reconstruction(), bound.kl(), pictures, extra, point);
  }

  private LossTerms terms(
      double reconstruction,
      double divergence,
      double pictures,
      Map<String, Double> extra,
      TrainingPoint point) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", reconstruction);
    parts.put("kl", divergence);
    if (model.likelihood() instanceof GaussianPixels gaussian) {
      parts.put("squared_error", gaussian.squaredError(reconstruction));
    }
    parts.putAll(extra);
    double total = reconstruction + divergenceTerm.loss(divergence, point) + pictures;
    return new LossTerms(total, parts);
  }

  /** The pixels as training sees them: as they are, or each drawn black or white. */
  private float[] seen(ImageBatch batch, Seed seed) {
    if (!config.binarise()) {
      return batch.pixels();
    }
    RandomGenerator random = seed.derive("binarise").generator();
    float[] drawn = new float[batch.pixels().length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextFloat() < batch.pixels()[i] ? 1f : 0f;
    }
    return drawn;
  }

  @Override
  public Tensors optimizerState() {
    return model.group().optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    model.group().setOptimizerState(state);
  }

  /** Gives native memory back. */
  void close() {
    perceptual.ifPresent(opened -> opened.model().close());
    pictureTerms.close();
    pixelInput.close();
    codeInput.close();
  }
}
