package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.models.LatentCodes;
import org.junit.jupiter.api.Test;

class DecodingQueueTest {

  private final RecordingDecoder decoder = new RecordingDecoder();
  private final List<Float> answers = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final DecodingQueue queue =
      new DecodingQueue(decoder, Runnable::run, System::nanoTime, failures::add);

  private DecodingQueue.Request request(float value) {
    return new DecodingQueue.Request(
        LatentCodes.of(value), (images, nanos) -> answers.add(images.pixels()[0]));
  }

  private Iterator<DecodingQueue.Request> batches(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(this::request).iterator();
  }

  private List<Float> asked() {
    return decoder.asked().stream().map(codes -> codes.values()[0]).toList();
  }

  @Test
  void asksOnlyTheLatestOfThePointsThatWait() {
    queue.decodePoint(request(1));
    queue.decodePoint(request(2));
    queue.decodePoint(request(3));
    decoder.answerAll();
    assertThat(asked()).containsExactly(1f, 3f);
    assertThat(answers).containsExactly(1f, 3f);
  }

  @Test
  void asksForTwoBatchesOfThePlaneAtATime() {
    queue.decodePlane(batches(100, 3));
    assertThat(decoder.open()).isEqualTo(2);
    decoder.answerOne();
    assertThat(decoder.open()).isEqualTo(2);
    decoder.answerAll();
    assertThat(answers).containsExactly(100f, 101f, 102f);
  }

  @Test
  void asksForAPointBeforeTheNextBatch() {
    queue.decodePlane(batches(100, 3));
    queue.decodePoint(request(1));
    assertThat(asked()).containsExactly(100f, 101f, 1f);
    queue.decodePoint(request(2));
    decoder.answerOne();
    decoder.answerOne();
    assertThat(asked()).as("a point still waits, so no batch").containsExactly(100f, 101f, 1f);
    decoder.answerOne();
    assertThat(asked()).containsExactly(100f, 101f, 1f, 2f, 102f);
  }

  @Test
  void dropsWhatIsLeftOfThePlaneBefore() {
    queue.decodePlane(batches(100, 3));
    queue.decodePlane(batches(200, 2));
    decoder.answerAll();
    assertThat(asked()).containsExactly(100f, 101f, 200f, 201f);
    assertThat(answers).containsExactly(200f, 201f);
  }

  @Test
  void givesUpThePlaneAfterAFailureAndGoesOnWithPoints() {
    IllegalStateException failure = new IllegalStateException("broken");
    queue.decodePlane(batches(100, 3));
    decoder.failOne(failure);
    assertThat(failures).containsExactly(failure);
    decoder.answerAll();
    assertThat(asked()).containsExactly(100f, 101f);
    assertThat(answers).isEmpty();
    queue.decodePoint(request(1));
    decoder.answerAll();
    assertThat(answers).containsExactly(1f);
  }

  @Test
  void tellsHowLongTheDecoderTookWithoutTheTimeInWhichItDidSomethingElse() {
    long[] now = {0};
    List<Long> took = new ArrayList<>();
    DecodingQueue timed = new DecodingQueue(decoder, Runnable::run, () -> now[0], failures::add);
    timed.decodePlane(
        Stream.of(1f, 2f)
            .map(value -> LatentCodes.of(value))
            .map(codes -> new DecodingQueue.Request(codes, (images, nanos) -> took.add(nanos)))
            .iterator());
    now[0] = 5;
    decoder.answerOne();
    now[0] = 9;
    decoder.answerOne();
    assertThat(took).containsExactly(5L, 4L);
  }

  @Test
  void givesNoAnswerAfterItIsClosed() {
    queue.decodePoint(request(1));
    queue.decodePoint(request(2));
    queue.decodePlane(batches(100, 2));
    queue.close();
    decoder.answerAll();
    assertThat(answers).isEmpty();
    assertThat(asked()).containsExactly(1f);
  }
}
