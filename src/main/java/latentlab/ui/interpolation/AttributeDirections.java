package latentlab.ui.interpolation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.property.ImageProperty;
import latentlab.failure.InvalidInputException;
import latentlab.models.CodeDirection;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import org.jspecify.annotations.Nullable;

/**
 * Finds directions of attributes in one model. Where there is an encoder, the codes are those of
 * test images; else they are drawn at random and what they decode to is measured, which tells
 * nothing of classes. In small pieces, so that the model answers others in between. Any thread may
 * call.
 */
final class AttributeDirections {

  private static final int PIECE = 50;
  private static final int MEASURED = 1_000;
  private static final Seed SEED = new Seed(1);

  private final PathSpace space;
  private final TestImages examples;
  private final String dataset;
  private final Cancellation cancellation;
  private final Map<Attribute, CompletableFuture<CodeDirection>> found = new HashMap<>();
  private @Nullable CompletableFuture<Coded> coded;

  /**
   * Finds nothing yet.
   *
   * @param space is asked
   * @param examples gives test images
   * @param dataset what the model was trained on
   * @param cancellation ends the work
   */
  AttributeDirections(
      PathSpace space, TestImages examples, String dataset, Cancellation cancellation) {
    this.space = space;
    this.examples = examples;
    this.dataset = dataset;
    this.cancellation = cancellation;
  }

  /** The direction of an attribute; found once. */
  synchronized CompletableFuture<CodeDirection> of(Attribute attribute, Progress progress) {
    CompletableFuture<CodeDirection> before = found.get(attribute);
    if (before != null && !before.isCompletedExceptionally()) {
      return before;
    }
    CompletableFuture<CodeDirection> direction =
        coded(progress).thenApply(pairs -> direction(attribute, pairs));
    found.put(attribute, direction);
    return direction;
  }

  private CodeDirection direction(Attribute attribute, Coded pairs) {
    if (attribute instanceof Attribute.Measured measured) {
      return CodeDirection.ofProperty(pairs.codes, measured(pairs.images, measured.property()));
    }
    if (attribute instanceof Attribute.Classes classes) {
      int[] labels = pairs.images.labels();
      requireClass(labels, classes.from());
      requireClass(labels, classes.to());
      return CodeDirection.betweenClasses(pairs.codes, labels, classes.from(), classes.to());
    }
    return new CodeDirection(new float[space.size()], 0);
  }

  private void requireClass(int[] labels, int label) {
    if (space.encoding() != PathSpace.Encoding.ENCODER) {
      throw new InvalidInputException(
          "this model has no encoder, so the mean codes of classes are not known");
    }
    if (Arrays.stream(labels).noneMatch(one -> one == label)) {
      throw new InvalidInputException(
          "none of the test images of " + dataset + " is of class " + label);
    }
  }

  private static double[] measured(ImageBatch images, ImageProperty property) {
    double[] values = new double[images.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = property.measure(images.pixels(), i * images.shape().size(), images.shape());
    }
    return values;
  }

  private CompletableFuture<Coded> coded(Progress progress) {
    CompletableFuture<Coded> present = coded;
    if (present == null || present.isCompletedExceptionally()) {
      present =
          space.encoding() == PathSpace.Encoding.ENCODER
              ? examples
                  .examples(space.images().shape(), dataset)
                  .thenCompose(images -> encodeAll(images, progress))
              : decodeAll(progress);
      coded = present;
    }
    return present;
  }

  private CompletableFuture<Coded> encodeAll(ImageBatch images, Progress progress) {
    float[] values = new float[images.count() * space.size()];
    return encodeFrom(0, images, values, progress)
        .thenApply(
            done -> new Coded(images, new LatentCodes(images.count(), space.size(), values)));
  }

  private CompletableFuture<Boolean> encodeFrom(
      int start, ImageBatch images, float[] values, Progress progress) {
    cancellation.throwIfRequested();
    progress.report(start, images.count(), "encoding");
    if (start >= images.count()) {
      return CompletableFuture.completedFuture(true);
    }
    // Each class has a space of its own, so a piece is of one class there.
    int label = space.conditional() && images.labels().length > 0 ? images.labels()[start] : 0;
    int end = start + 1;
    while (end < Math.min(images.count(), start + PIECE)
        && (!space.conditional() || images.labels().length == 0 || images.labels()[end] == label)) {
      end++;
    }
    int next = end;
    int size = images.shape().size();
    ImageBatch piece =
        ImageBatch.unlabelled(
            images.shape(), Arrays.copyOfRange(images.pixels(), start * size, next * size));
    return space
        .encode(piece, label, Progress.NONE, cancellation)
        .thenCompose(
            codes -> {
              System.arraycopy(
                  codes.values(), 0, values, start * space.size(), codes.values().length);
              return encodeFrom(next, images, values, progress);
            });
  }

  private CompletableFuture<Coded> decodeAll(Progress progress) {
    LatentCodes codes = LatentCodes.standardNormal(MEASURED, space.size(), SEED, "attribute");
    float[] pixels = new float[MEASURED * space.images().shape().size()];
    return decodeFrom(0, codes, pixels, progress)
        .thenApply(done -> new Coded(ImageBatch.unlabelled(space.images().shape(), pixels), codes));
  }

  private CompletableFuture<Boolean> decodeFrom(
      int start, LatentCodes codes, float[] pixels, Progress progress) {
    cancellation.throwIfRequested();
    progress.report(start, MEASURED, "decoding");
    if (start >= MEASURED) {
      return CompletableFuture.completedFuture(true);
    }
    int size = codes.size();
    LatentCodes piece =
        new LatentCodes(
            PIECE, size, Arrays.copyOfRange(codes.values(), start * size, (start + PIECE) * size));
    int classes = Math.max(1, space.images().classNames().size());
    int[] labels = IntStream.range(start, start + PIECE).map(i -> i % classes).toArray();
    return space
        .decode(piece, labels)
        .thenCompose(
            images -> {
              System.arraycopy(
                  images.pixels(),
                  0,
                  pixels,
                  start * images.shape().size(),
                  images.pixels().length);
              return decodeFrom(start + PIECE, codes, pixels, progress);
            });
  }

  /** Images and their codes. */
  private record Coded(ImageBatch images, LatentCodes codes) {}
}
