package latentlab.ui.codes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.data.ImageBatch;
import latentlab.models.CodeMaps;
import org.jspecify.annotations.Nullable;

/**
 * The image with each code of the book in one cell, a few codes at a time. For the JavaFX thread;
 * needs no toolkit.
 */
final class CodePalette {

  private static final int PART = 32;

  private final Executor foreground;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<@Nullable PalettePart> part = new ReadOnlyObjectWrapper<>();
  private long round;

  CodePalette(Executor foreground, Consumer<Throwable> failed) {
    this.foreground = foreground;
    this.failed = failed;
  }

  /** What some of the codes would draw; null when a palette is to be emptied. */
  ReadOnlyObjectProperty<@Nullable PalettePart> part() {
    return part.getReadOnlyProperty();
  }

  /** Empties the palette; what is on its way is dropped. */
  void forget() {
    round++;
    part.set(null);
  }

  /** Draws anew: each code in a cell, among the others as they are. */
  void show(CodeModel model, int[] codes, int cell) {
    forget();
    add(new Wish(model, codes, cell, round), 0);
  }

  private void add(Wish wish, int from) {
    CodeModel model = wish.model();
    int cells = model.cells();
    int to = Math.min(model.bookSize(), from + PART);
    int[] all = new int[(to - from) * cells];
    for (int code = from; code < to; code++) {
      System.arraycopy(wish.codes(), 0, all, (code - from) * cells, cells);
      all[(code - from) * cells + wish.cell()] = code;
    }
    CompletableFuture<?> unused =
        model
            .questions()
            .decode(new CodeMaps(to - from, model.rows(), model.columns(), all))
            .whenComplete(
                (images, failure) ->
                    foreground.execute(() -> receive(wish, from, to, images, failure)));
  }

  private void receive(
      Wish wish, int from, int to, @Nullable ImageBatch images, @Nullable Throwable failure) {
    if (wish.round() != round) {
      return;
    }
    if (failure != null) {
      failed.accept(failure);
    } else if (images != null) {
      part.set(new PalettePart(from, Patch.of(wish.model(), wish.cell(), 1).cut(images)));
      if (to < wish.model().bookSize()) {
        add(wish, to);
      }
    }
  }

  /** A palette that is being drawn. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
  private record Wish(CodeModel model, int[] codes, int cell, long round) {}
}
