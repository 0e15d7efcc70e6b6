package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageBatch;
import org.junit.jupiter.api.Test;

class PlaneBatchesTest {

  private static final long MILLISECOND = 1_000_000;

  private final List<GridPart> parts = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private long now;

  private PlaneBatches batches(int cells) {
    DecodingPace pace = new DecodingPace();
    pace.measure(100, 10 * MILLISECOND);
    return new PlaneBatches(
        new PlaneGrid(0, 1, 3, cells),
        LatentPoint.origin(2),
        pace,
        () -> now,
        parts::add,
        () -> ends.add("completed after " + parts.size()));
  }

  private void answer(DecodingQueue.Request request, long millis) {
    now += millis * MILLISECOND;
    ImageBatch images = RecordingDecoder.imagesOf(request.codes());
    request.answer().accept(images, images.count() * MILLISECOND / 10);
  }

  @Test
  void asksForEachCellOnce() {
    PlaneBatches batches = batches(12);
    int cells = 0;
    while (batches.hasNext()) {
      DecodingQueue.Request request = batches.next();
      cells += request.codes().count();
      answer(request, 1);
    }
    assertThat(cells).isEqualTo(144);
    assertThat(parts.stream().mapToInt(part -> part.images().count()).sum()).isEqualTo(144);
    assertThat(ends).containsExactly("completed after " + parts.size());
  }

  @Test
  void gathersImagesForThirtyMillisecondsOrUntilTheyAreAllThere() {
    PlaneBatches batches = batches(20);
    answer(batches.next(), 10);
    answer(batches.next(), 10);
    assertThat(parts).isEmpty();
    answer(batches.next(), 10);
    assertThat(parts).extracting(GridPart::firstCell).containsExactly(0, 49, 98);
    assertThat(ends).isEmpty();

    parts.clear();
    PlaneBatches few = batches(5);
    answer(few.next(), 1);
    assertThat(parts).hasSize(1);
    assertThat(ends).containsExactly("completed after 1");
  }
}
