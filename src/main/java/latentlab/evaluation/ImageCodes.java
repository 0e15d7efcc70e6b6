package latentlab.evaluation;

import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.models.Encoder;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/** The codes of whole sets of images. */
public final class ImageCodes {

  private static final int BATCH = 400;

  private ImageCodes() {}

  /**
   * Encodes every image of a set.
   *
   * @param encoder the model; called on the calling thread, which must own it
   * @param images of the model's size
   * @param progress is told how many are done
   * @param cancellation asked before each batch
   * @return [count, latentSize], in the order of the images
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static LatentCodes of(
      Encoder encoder, ImageSet images, Progress progress, Cancellation cancellation) {
    int size = encoder.latentSize();
    float[] values = new float[Math.multiplyExact(images.size(), size)];
    for (int from = 0; from < images.size(); from += BATCH) {
      cancellation.throwIfRequested();
      progress.report(from, images.size(), "encoding");
      int to = Math.min(images.size(), from + BATCH);
      LatentCodes codes = encoder.encode(images.batch(IntStream.range(from, to).toArray()));
      System.arraycopy(codes.values(), 0, values, from * size, codes.values().length);
    }
    progress.report(images.size(), images.size(), "encoding");
    return new LatentCodes(images.size(), size, values);
  }
}
