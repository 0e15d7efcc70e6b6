package latentlab.ui.latent.points;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;

/** Opens test images and has them encoded, a few at a time. For background threads. */
final class CloudLoader {

  /** So few that who asks the model for a picture meanwhile does not have to wait for long. */
  private static final int CHUNK = 100;

  private final TestImages testImages;

  CloudLoader(TestImages testImages) {
    this.testImages = testImages;
  }

  /**
   * Loads and encodes.
   *
   * @param card names the data set
   * @param encoder is asked for the codes; this waits for its answers and for the images
   * @param count how many images at most
   * @throws latentlab.failure.UserException if there are no images or no codes
   * @throws java.util.concurrent.CancellationException if cancelled, or if the model has gone
   */
  PointCloud load(
      ModelCard card, ImageEncoder encoder, int count, Progress progress, Cancellation stop) {
    progress.report(0, -1, "opening the test images");
    ModelCard.Provenance provenance = card.provenance();
    TestImages.Opened opened =
        answer(
            testImages.open(
                card.images().shape(), provenance.dataset(), new Seed(provenance.seed())));
    int wanted = Math.min(count, opened.images().size());
    ImageSet images = opened.images().select(IntStream.range(0, wanted).toArray());
    LatentCodes codes = encode(images, encoder, progress, stop);
    return new PointCloud(
        opened.dataset(),
        opened.named(),
        images,
        opened.classNames(),
        codes,
        PrincipalComponents.of(codes));
  }

  private static LatentCodes encode(
      ImageSet images, ImageEncoder encoder, Progress progress, Cancellation stop) {
    float[] values = new float[0];
    int size = 1;
    for (int from = 0; from < images.size(); from += CHUNK) {
      stop.throwIfRequested();
      progress.report(from, images.size(), "encoding");
      int to = Math.min(images.size(), from + CHUNK);
      LatentCodes codes = answer(encoder.encode(images.batch(IntStream.range(from, to).toArray())));
      if (from == 0) {
        size = codes.size();
        values = new float[Math.multiplyExact(images.size(), size)];
      }
      System.arraycopy(codes.values(), 0, values, from * size, codes.values().length);
    }
    return new LatentCodes(images.size(), size, values);
  }

  /** Waits; fails as the question does. */
  private static <T> T answer(CompletableFuture<T> question) {
    try {
      return question.join();
    } catch (CompletionException failure) {
      if (Failures.cause(failure) instanceof RuntimeException cause) {
        throw cause;
      }
      throw new InvalidInputException(Failures.oneLine(failure));
    }
  }
}
