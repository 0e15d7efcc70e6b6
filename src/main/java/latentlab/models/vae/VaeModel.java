package latentlab.models.vae;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.EvidenceBound;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentDivergence;
import latentlab.models.LikelihoodEstimator;
import latentlab.models.ModelTrainer;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.TrainableEncoder;
import latentlab.models.networks.GaussianEncoder;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import org.jspecify.annotations.Nullable;

/** A variational autoencoder. */
final class VaeModel
    implements GenerativeModel,
        TrainableEncoder,
        Reconstructor,
        PriorSampler,
        EvidenceBound,
        LatentDivergence,
        LikelihoodEstimator {

  /** In units of the prior's standard deviation: 99.7% of codes lie within. */
  private static final float EXTENT = 3f;

  private final VaeConfig config;
  private final ImageDomain images;
  private final VaeNetworks networks;
  private final NetworkGroup group;
  private final DiagonalGaussian posterior;
  private final GaussianEncoder encoder;
  private final PixelLikelihood likelihood;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private @Nullable VaeTrainer trainer;

  VaeModel(VaeConfig config, ImageDomain images, Seed seed) {
    int pixels = images.shape().size();
    this.config = config;
    this.images = images;
    this.networks = VaeNetworks.of(config, images.shape(), seed);
    this.group = new NetworkGroup(networks.encoder(), networks.decoder());
    this.posterior = new DiagonalGaussian(config.latent());
    this.encoder =
        new GaussianEncoder(networks.encoder(), images.shape(), config.latent(), RowChunks::pixels);
    this.likelihood =
        switch (config.likelihood()) {
          case BERNOULLI -> new BernoulliPixels(pixels);
          case GAUSSIAN -> new GaussianPixels(pixels, config.pixelDeviation());
        };
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(config.latent());
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return group.parameterCount();
  }

  @Override
  public Tensors weights() {
    return group.weights();
  }

  @Override
  public void setWeights(Tensors weights) {
    group.setWeights(weights);
  }

  /** Made when it is first asked for: only training needs the classifier of a perceptual term. */
  @Override
  public ModelTrainer trainer() {
    VaeTrainer made = trainer;
    if (made == null) {
      made = new VaeTrainer(this, config);
      trainer = made;
    }
    return made;
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
    return RowChunks.decode(
        codes,
        latentSize(),
        images.shape(),
        (from, rows, pixels, offset) ->
            likelihood.means(
                networks.decoder().infer(codeInput.fill(codes.values(), from, rows)),
                pixels,
                offset));
  }

  @Override
  public LatentCodes encode(ImageBatch batch) {
    return encoder.encode(batch);
  }

  @Override
  public LatentCodes encodeInTraining(ImageBatch batch, Seed seed) {
    RowChunks.checkShape(batch, images.shape());
    int rows = batch.count();
    Matrix output = networks.encoder().forward(pixelInput.fill(batch.pixels(), 0, rows));
    float[] heads = new float[rows * 2 * latentSize()];
    output.copyTo(heads);
    float[] codes = new float[rows * latentSize()];
    posterior.means(heads, rows, codes, 0);
    return new LatentCodes(rows, latentSize(), codes);
  }

  @Override
  public void descend(float[] codeErrors, double rateFactor) {
    int size = latentSize();
    int rows = codeErrors.length / size;
    float[] headErrors = new float[2 * codeErrors.length];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(codeErrors, r * size, headErrors, 2 * r * size, size);
    }
    Matrix errors = Matrix.allocate(rows, 2 * size);
    errors.copyFrom(headErrors);
    networks.encoder().backwardWithoutInputError(errors);
    networks.encoder().update(rateFactor);
    errors.close();
  }

  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    return decode(encode(batch));
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    return decode(LatentCodes.standardNormal(count, latentSize(), seed, "sample"));
  }

  @Override
  public Bound evidenceBound(ImageBatch batch, Seed seed) {
    RowChunks.checkShape(batch, images.shape());
    RandomGenerator random = seed.generator();
    double[] sums = new double[2];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          float[] heads = posteriorParameters(batch, from, rows);
          float[] draws = new float[rows * latentSize()];
          posterior.draw(heads, rows, random, new float[draws.length], draws);
          float[] pixels = RowChunks.pixels(batch, from, rows);
          sums[0] += Arrays.stream(rowLosses(draws, pixels, rows)).sum();
          sums[1] += posterior.divergence(heads, rows);
        });
    return new Bound(sums[0] / batch.count(), sums[1] / batch.count());
  }

  @Override
  public double[] divergenceByDimension(ImageBatch batch) {
    return encoder.divergenceByDimension(batch);
  }

  @Override
  public double[] logLikelihood(ImageBatch batch, int samples, Seed seed) {
    RowChunks.checkShape(batch, images.shape());
    return new ImportanceSampler(this, samples).logLikelihood(batch, seed);
  }

  VaeNetworks networks() {
    return networks;
  }

  NetworkGroup group() {
    return group;
  }

  PixelLikelihood likelihood() {
    return likelihood;
  }

  @Override
  public void close() {
    group.close();
    encoder.close();
    pixelInput.close();
    codeInput.close();
    if (trainer != null) {
      trainer.close();
    }
  }

  /** Means and log-variances of q(z|x), [rows, 2 latent]. */
  float[] posteriorParameters(ImageBatch batch, int from, int rows) {
    return encoder.parameters(batch, from, rows);
  }

  /** -log p(x|z) of each row, without training. */
  double[] rowLosses(float[] codes, float[] pixels, int rows) {
    double[] losses = new double[rows];
    Matrix outputs = networks.decoder().infer(codeInput.fill(codes, 0, rows));
    likelihood.rowLosses(outputs, pixels, losses);
    return losses;
  }
}
