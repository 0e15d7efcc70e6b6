package latentlab.models.cyclegan;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ImageTranslator;
import latentlab.models.ModelTrainer;
import latentlab.models.networks.RowChunks;
import latentlab.models.networks.SignedPixels;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Two generators, each of which translates images of one class into the other. */
final class CycleGanModel implements GenerativeModel, ImageTranslator {

  private final ImageDomain images;
  private final CycleGanNetworks networks;
  private final CycleGanTrainer trainer;

  /** Makes a model for images with two classes. */
  CycleGanModel(CycleGanConfig config, ImageDomain images, Seed seed) {
    this.images = images;
    this.networks = new CycleGanNetworks(config, images.shape(), seed);
    this.trainer = new CycleGanTrainer(networks, images.shape(), config.schedule());
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return networks.all().parameterCount();
  }

  @Override
  public Tensors weights() {
    return networks.all().weights();
  }

  @Override
  public void setWeights(Tensors weights) {
    networks.all().setWeights(weights);
  }

  @Override
  public ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public ImageBatch translate(ImageBatch batch, int toClass) {
    RowChunks.checkShape(batch, images.shape());
    if (toClass < 0 || toClass > 1) {
      throw new InvalidInputException(
          "there is no class " + toClass + "; a CycleGAN has the classes 0 and 1");
    }
    int size = images.shape().size();
    float[] drawn = new float[batch.pixels().length];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          float[] signed = new float[rows * size];
          SignedPixels.toSigned(batch.pixels(), from * size, signed, 0, signed.length);
          SignedPixels.toUnit(networks.translate(signed, rows, toClass), drawn, from * size);
        });
    int[] labels = new int[batch.count()];
    Arrays.fill(labels, toClass);
    return new ImageBatch(images.shape(), batch.count(), drawn, labels);
  }

  @Override
  public void close() {
    networks.close();
  }

  /** For tests of gradients. */
  CycleGanNetworks networks() {
    return networks;
  }
}
