package latentlab.models.vaegan;

import latentlab.data.ImageBatch;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.AdversarialTrainer;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentDivergence;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * A VAE-GAN. It gives no evidence bound: its likelihood is one of features, not of pixels, and the
 * features change while it learns.
 */
final class VaeGanModel
    implements GenerativeModel, Encoder, Reconstructor, PriorSampler, LatentDivergence {

  /** In units of the prior's standard deviation: 99.7% of codes lie within. */
  private static final float EXTENT = 3f;

  private final ImageDomain images;
  private final VaeGanNetworks networks;
  private final NetworkGroup group;
  private final DiagonalGaussian posterior;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final VaeGanTrainer trainer;

  VaeGanModel(VaeGanConfig config, ImageDomain images, Seed seed) {
    this.images = images;
    this.networks = VaeGanNetworks.of(config, images.shape(), seed);
    this.group =
        new NetworkGroup(networks.encoder(), networks.generator(), networks.discriminator());
    this.posterior = new DiagonalGaussian(config.latent());
    this.pixelInput = new MatrixBuffer(images.shape().size());
    this.codeInput = new MatrixBuffer(config.latent());
    this.trainer = new VaeGanTrainer(this, config);
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

  @Override
  public AdversarialTrainer trainer() {
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
    return RowChunks.decode(
        codes,
        latentSize(),
        images.shape(),
        (from, rows, pixels, offset) -> {
          int length = rows * images.shape().size();
          networks
              .generator()
              .infer(codeInput.fill(codes.values(), from, rows))
              .buffer()
              .get(0, pixels, offset, length);
          for (int i = offset; i < offset + length; i++) {
            pixels[i] = Math.max(0f, Math.min(1f, 0.5f * pixels[i] + 0.5f));
          }
        });
  }

  @Override
  public LatentCodes encode(ImageBatch batch) {
    int size = latentSize();
    return RowChunks.encode(
        batch,
        images.shape(),
        size,
        (from, rows, codes, offset) -> {
          float[] heads = posteriorParameters(batch, from, rows);
          for (int r = 0; r < rows; r++) {
            System.arraycopy(heads, r * 2 * size, codes, offset + r * size, size);
          }
        });
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
  public double[] divergenceByDimension(ImageBatch batch) {
    RowChunks.checkShape(batch, images.shape());
    int size = latentSize();
    double[] divergence = new double[size];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          float[] heads = posteriorParameters(batch, from, rows);
          for (int i = 0; i < rows * size; i++) {
            double mean = heads[i / size * 2 * size + i % size];
            double logVariance = heads[i / size * 2 * size + size + i % size];
            divergence[i % size] +=
                0.5 * (mean * mean + Math.exp(logVariance) - 1 - logVariance) / batch.count();
          }
        });
    return divergence;
  }

  /** Means and log-variances of q(z|x), [rows, 2 latent]. */
  float[] posteriorParameters(ImageBatch batch, int from, int rows) {
    float[] parameters = new float[rows * 2 * latentSize()];
    float[] signed = signed(batch, from, rows);
    networks.encoder().infer(pixelInput.fill(signed, 0, rows)).copyTo(parameters);
    return parameters;
  }

  /** Pixels as the networks see them, -1 to 1. */
  static float[] signed(ImageBatch batch, int from, int rows) {
    float[] pixels = RowChunks.pixels(batch, from, rows);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * pixels[i] - 1;
    }
    return pixels;
  }

  VaeGanNetworks networks() {
    return networks;
  }

  NetworkGroup group() {
    return group;
  }

  @Override
  public void close() {
    trainer.close();
    group.close();
    pixelInput.close();
    codeInput.close();
  }
}
