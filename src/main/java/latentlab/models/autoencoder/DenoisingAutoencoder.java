package latentlab.models.autoencoder;

import latentlab.data.ImageBatch;
import latentlab.models.Denoiser;
import latentlab.models.ImageDomain;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;

/** An autoencoder that reads corrupted images in training, and so has learnt to clean them. */
final class DenoisingAutoencoder extends AutoencoderModel implements Denoiser {

  private final Corruption corruption;
  private final double amount;

  DenoisingAutoencoder(AutoencoderConfig config, ImageDomain images, Seed seed) {
    super(config, images, seed);
    this.corruption = config.corruption();
    this.amount = config.corruptionAmount();
  }

  @Override
  public ImageBatch corrupt(ImageBatch batch, Seed seed) {
    RowChunks.checkShape(batch, images().shape());
    float[] pixels = corruption.apply(batch, amount, seed);
    return new ImageBatch(batch.shape(), batch.count(), pixels, batch.labels());
  }
}
