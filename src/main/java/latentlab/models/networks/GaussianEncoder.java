package latentlab.models.networks;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.LatentCodes;

/**
 * The posterior q(z|x) of a variational autoencoder for use, by a network that gives the parameters
 * of a {@link DiagonalGaussian}. The code of an image is the posterior's mean. Owned by the thread
 * that owns the model.
 */
public final class GaussianEncoder implements AutoCloseable {

  private final Network network;
  private final ImageShape shape;
  private final DiagonalGaussian posterior;
  private final Input input;
  private final MatrixBuffer pixelInput;

  /**
   * Allocates nothing natively yet.
   *
   * @param network [rows, pixels] to [rows, 2 latent], means and log-variances; not closed with
   *     this
   * @param shape of the images
   * @param latent the number of latent dimensions
   * @param input gives the pixels in the range that the network takes
   */
  public GaussianEncoder(Network network, ImageShape shape, int latent, Input input) {
    this.network = network;
    this.shape = shape;
    this.posterior = new DiagonalGaussian(latent);
    this.input = input;
    this.pixelInput = new MatrixBuffer(shape.size());
  }

  /**
   * The posteriors of some images.
   *
   * @param batch [count, height, width, channels], 0 to 1
   * @param from the first image
   * @param rows how many
   * @return means and log-variances, [rows, 2 latent]
   */
  public float[] parameters(ImageBatch batch, int from, int rows) {
    float[] parameters = new float[rows * 2 * posterior.size()];
    network.infer(pixelInput.fill(input.pixels(batch, from, rows), 0, rows)).copyTo(parameters);
    return parameters;
  }

  /**
   * The codes of images.
   *
   * @param batch [count, height, width, channels], 0 to 1
   * @return the means, [count, latent]
   * @throws IllegalArgumentException if the images have another size
   */
  public LatentCodes encode(ImageBatch batch) {
    return RowChunks.encode(
        batch,
        shape,
        posterior.size(),
        (from, rows, codes, offset) ->
            posterior.means(parameters(batch, from, rows), rows, codes, offset));
  }

  /**
   * How much each dimension tells of images: KL(q(z_j|x) || N(0, 1)).
   *
   * @param batch [count, height, width, channels], 0 to 1
   * @return [latent], the means over the images, in nats
   * @throws IllegalArgumentException if the images have another size
   */
  public double[] divergenceByDimension(ImageBatch batch) {
    RowChunks.checkShape(batch, shape);
    double[] sums = new double[posterior.size()];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> posterior.addDivergences(parameters(batch, from, rows), rows, sums));
    for (int j = 0; j < sums.length; j++) {
      sums[j] /= batch.count();
    }
    return sums;
  }

  /** Gives the memory of batches back; the network stays open. */
  @Override
  public void close() {
    pixelInput.close();
  }

  /** Gives pixels in the range that a network takes. */
  @FunctionalInterface
  public interface Input {

    /**
     * The pixels of some images.
     *
     * @param batch [count, height, width, channels], 0 to 1
     * @param from the first image
     * @param rows how many
     * @return [rows, height, width, channels], a new array
     */
    float[] pixels(ImageBatch batch, int from, int rows);
  }
}
