package latentlab.models.adversarial;

import java.util.function.Function;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.models.LatentCodes;
import latentlab.models.networks.RowChunks;
import latentlab.models.networks.SignedPixels;
import latentlab.random.Seed;

/**
 * Draws several images for each that is wanted and keeps the one that the discriminator takes for
 * real most firmly.
 *
 * <p>A generator is continuous, so that between the kinds of images that it draws there lie some of
 * no kind; the discriminator knows them. After discriminator rejection sampling (Azadi et al.
 * 2019), but instead of rejecting until one image is accepted it chooses among a fixed number, so
 * that the time is known and an image depends on its seed and place alone. The more candidates, the
 * more the samples lean towards what the discriminator is surest of. Owned by the thread that owns
 * the model.
 */
final class CandidateSelection implements AutoCloseable {

  private static final int[] NO_LABELS = {};

  private final Discriminator discriminator;
  private final int candidates;
  private final BatchMemory<Matrix> judged;

  /**
   * A selection among images of one size.
   *
   * @param discriminator judges; not closed with this
   * @param pixels values of each image
   * @param candidates for each image that is wanted, at least 1
   */
  CandidateSelection(Discriminator discriminator, int pixels, int candidates) {
    this.discriminator = discriminator;
    this.candidates = candidates;
    this.judged = new BatchMemory<>(rows -> Matrix.allocate(rows, pixels), Matrix::close);
  }

  /**
   * Draws images. The first candidates are what would be drawn without a selection.
   *
   * @param count how many
   * @param latent the number of latent dimensions
   * @param seed decides which; the image at position i depends on it and i alone
   * @param decode draws [rows, height, width, channels], 0 to 1
   * @return [count, height, width, channels], 0 to 1
   */
  ImageBatch draw(int count, int latent, Seed seed, Function<LatentCodes, ImageBatch> decode) {
    ImageBatch first = decode.apply(LatentCodes.standardNormal(count, latent, seed, "sample"));
    if (candidates == 1) {
      return first;
    }
    int size = first.shape().size();
    float[] chosen = first.pixels().clone();
    float[] best = logits(first);
    for (int candidate = 1; candidate < candidates; candidate++) {
      String stream = "candidate-" + candidate;
      ImageBatch other = decode.apply(LatentCodes.standardNormal(count, latent, seed, stream));
      float[] logits = logits(other);
      for (int i = 0; i < count; i++) {
        if (logits[i] > best[i]) {
          best[i] = logits[i];
          System.arraycopy(other.pixels(), i * size, chosen, i * size, size);
        }
      }
    }
    return ImageBatch.unlabelled(first.shape(), chosen);
  }

  /** [count], the higher the more real. */
  private float[] logits(ImageBatch images) {
    float[] logits = new float[images.count()];
    RowChunks.forEach(
        images.count(),
        (from, rows) -> {
          Matrix input = judged.forRows(rows);
          input.copyFrom(SignedPixels.of(images, from, rows));
          float[] part = new float[rows];
          discriminator.infer(input, NO_LABELS).copyTo(part);
          System.arraycopy(part, 0, logits, from, rows);
        });
    return logits;
  }

  @Override
  public void close() {
    judged.clear();
  }
}
