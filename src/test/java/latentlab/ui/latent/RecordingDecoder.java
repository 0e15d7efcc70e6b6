package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.LatentCodes;

/** A decoder that answers when it is told to; the one pixel of an image is its first coordinate. */
final class RecordingDecoder implements Decoder {

  /** Of a decoder that makes some 36 images in the time that a batch may take. */
  static final long NANOS_PER_IMAGE = 160_000;

  private final List<LatentCodes> asked = new ArrayList<>();
  private final List<CompletableFuture<ImageBatch>> answers = new ArrayList<>();
  private final LongConsumer time;
  private int answered;

  RecordingDecoder() {
    this(nanos -> {});
  }

  /** A decoder that lets a clock go on by what the images of a batch would take. */
  RecordingDecoder(LongConsumer time) {
    this.time = time;
  }

  @Override
  public CompletableFuture<ImageBatch> decode(LatentCodes codes) {
    asked.add(codes);
    CompletableFuture<ImageBatch> answer = new CompletableFuture<>();
    answers.add(answer);
    return answer;
  }

  static ImageBatch imagesOf(LatentCodes codes) {
    float[] pixels = new float[codes.count()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = codes.code(i)[0];
    }
    return ImageBatch.unlabelled(new ImageShape(1, 1, 1), pixels);
  }

  /** The questions so far. */
  List<LatentCodes> asked() {
    return asked;
  }

  /** How many questions have no answer yet. */
  int open() {
    return asked.size() - answered;
  }

  /** Answers the oldest open question. */
  void answerOne() {
    int index = answered++;
    int images = asked.get(index).count();
    time.accept(images == 1 ? 0 : images * NANOS_PER_IMAGE);
    answers.get(index).complete(imagesOf(asked.get(index)));
  }

  /** Answers until nothing more is asked. */
  void answerAll() {
    while (open() > 0) {
      answerOne();
    }
  }

  /** Fails the oldest open question. */
  void failOne(Throwable failure) {
    answers.get(answered++).completeExceptionally(failure);
  }
}
