package latentlab.models.vaegan;

import latentlab.data.ImageBatch;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.models.AdversarialTrainer;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentDivergence;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.networks.GaussianEncoder;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.models.networks.SignedPixels;
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
  private final int latent;
  private final VaeGanNetworks networks;
  private final NetworkGroup group;
  private final GaussianEncoder encoder;
  private final MatrixBuffer codeInput;
  private final VaeGanTrainer trainer;

  VaeGanModel(VaeGanConfig config, ImageDomain images, Seed seed) {
    this.images = images;
    this.networks = VaeGanNetworks.of(config, images.shape(), seed);
    this.group =
        new NetworkGroup(networks.encoder(), networks.generator(), networks.discriminator());
    this.encoder =
        new GaussianEncoder(networks.encoder(), images.shape(), config.latent(), SignedPixels::of);
    this.latent = config.latent();
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
    return latent;
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
            SignedPixels.toUnit(
                networks.generator().infer(codeInput.fill(codes.values(), from, rows)),
                pixels,
                offset));
  }

  @Override
  public LatentCodes encode(ImageBatch batch) {
    return encoder.encode(batch);
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
    return encoder.divergenceByDimension(batch);
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
    encoder.close();
    codeInput.close();
  }
}
