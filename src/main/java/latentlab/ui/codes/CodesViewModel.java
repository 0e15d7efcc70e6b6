package latentlab.ui.codes;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.data.ImageBatch;
import latentlab.models.CodeMaps;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one image and what becomes of it when they are swapped. Answers to what is no longer
 * wanted are dropped; long work is asked for in small parts, so that swapping stays smooth. Methods
 * and properties belong to the JavaFX thread; needs no toolkit.
 */
final class CodesViewModel {

  /** No cell is chosen. */
  static final int NONE = -1;

  private static final int PART = 32;

  /** Whether there is something to swap. */
  enum Stage {
    /** No model yet. */
    WAITING,
    /** The explored model has no codes. */
    WITHOUT_CODES,
    /** A model with codes. */
    READY
  }

  private final ImageInputViewModel input;
  private final TestImages examples;
  private final Executor foreground;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WAITING);
  private final ReadOnlyObjectWrapper<@Nullable CodeModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<int @Nullable []> codes = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper cell = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyObjectWrapper<@Nullable PalettePart> palette =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CodeUsage> usage = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  private int[] original = new int[0];
  private boolean shown;
  private boolean decoding;
  private boolean again;
  private long encodings;
  private long palettes;

  /** {@code input} gives the image; {@code examples} those over which codes are counted. */
  CodesViewModel(ImageInputViewModel input, TestImages examples, Executor foreground) {
    this.input = input;
    this.examples = examples;
    this.foreground = foreground;
    input.image().addListener((property, old, now) -> encode());
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable CodeModel> model() {
    return model.getReadOnlyProperty();
  }

  /** The codes, [rows, columns], never changed in place; null without an image. */
  ReadOnlyObjectProperty<int @Nullable []> codes() {
    return codes.getReadOnlyProperty();
  }

  /** What the codes draw, or null. */
  ReadOnlyObjectProperty<@Nullable ImageBatch> picture() {
    return picture.getReadOnlyProperty();
  }

  /** The cell whose code is being swapped, or {@link #NONE}. */
  ReadOnlyIntegerProperty cell() {
    return cell.getReadOnlyProperty();
  }

  /** What some of the codes would draw in the chosen cell; null when a palette is to be emptied. */
  ReadOnlyObjectProperty<@Nullable PalettePart> palette() {
    return palette.getReadOnlyProperty();
  }

  /** How often the codes occur in test images, as far as they are counted; null before. */
  ReadOnlyObjectProperty<@Nullable CodeUsage> usage() {
    return usage.getReadOnlyProperty();
  }

  /** What went wrong last, as one line; empty if nothing did. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  ImageInputViewModel input() {
    return input;
  }

  /** Takes over a model, or none. */
  void explore(@Nullable CodeModel next, Stage now) {
    problem.set("");
    cell.set(NONE);
    codes.set(null);
    original = new int[0];
    picture.set(null);
    forgetPalette();
    usage.set(null);
    encodings++;
    model.set(next);
    stage.set(now);
    if (next != null) {
      input.offerFor(next.images(), next.dataset());
      begin();
    }
  }

  /** Says whether somebody looks. The first image comes, and codes are counted, when one does. */
  void setShown(boolean now) {
    shown = now;
    begin();
  }

  private void begin() {
    CodeModel present = model.get();
    if (!shown || present == null) {
      return;
    }
    if (input.image().get() == null) {
      input.next();
    } else if (codes.get() == null) {
      encode();
    }
    if (usage.get() == null) {
      usage.set(CodeUsage.none(present.bookSize()));
      receive(
          present,
          examples.examples(present.images().shape(), present.dataset()),
          all -> count(present, all, 0));
    }
  }

  private void count(CodeModel counted, ImageBatch all, int from) {
    int to = Math.min(all.count(), from + 2 * PART);
    int size = all.shape().size();
    ImageBatch some =
        ImageBatch.unlabelled(
            all.shape(), Arrays.copyOfRange(all.pixels(), from * size, to * size));
    receive(
        counted,
        counted.questions().encode(some),
        maps -> {
          CodeUsage before = usage.get();
          if (before != null) {
            usage.set(before.plus(maps));
          }
          if (to < all.count()) {
            count(counted, all, to);
          }
        });
  }

  private void encode() {
    CodeModel present = model.get();
    ImageBatch image = input.image().get();
    encodings++;
    if (present == null || !shown) {
      return;
    }
    if (image == null) {
      codes.set(null);
      picture.set(null);
      cell.set(NONE);
      forgetPalette();
      return;
    }
    long mine = encodings;
    receive(
        present,
        present.questions().encode(image),
        maps -> {
          if (mine == encodings) {
            original = maps.map(0);
            change(original.clone());
            showPalette();
          }
        });
  }

  /** Whether a cell has another code than the image's own. */
  boolean isSwapped(int place) {
    int[] now = codes.get();
    return now != null && original.length == now.length && original[place] != now[place];
  }

  /** Chooses a cell, to see what each code would draw there. */
  void chooseCell(int place) {
    if (codes.get() != null) {
      cell.set(place);
      showPalette();
    }
  }

  /** Puts a code in the chosen cell. */
  void swap(int code) {
    int[] present = codes.get();
    CodeModel book = model.get();
    int place = cell.get();
    if (present == null || book == null || place == NONE || code < 0 || code >= book.bookSize()) {
      return;
    }
    int[] next = present.clone();
    next[place] = code;
    change(next);
  }

  /** The image's own codes again. */
  void reset() {
    if (codes.get() != null) {
      change(original.clone());
      showPalette();
    }
  }

  private void change(int[] next) {
    codes.set(next);
    decode();
  }

  private void decode() {
    CodeModel present = model.get();
    int[] wanted = codes.get();
    if (present == null || wanted == null) {
      return;
    }
    if (decoding) {
      again = true;
      return;
    }
    decoding = true;
    again = false;
    CompletableFuture<?> unused =
        present
            .questions()
            .decode(new CodeMaps(1, present.rows(), present.columns(), wanted))
            .whenComplete(
                (images, failure) ->
                    foreground.execute(
                        () -> {
                          decoding = false;
                          if (failure != null) {
                            fail(present, failure);
                          } else if (present.equals(model.get()) && codes.get() != null) {
                            picture.set(images);
                          }
                          if (again || !present.equals(model.get())) {
                            decode();
                          }
                        }));
  }

  private void forgetPalette() {
    palettes++;
    palette.set(null);
  }

  /** Draws the image with each code in the chosen cell, a few codes at a time. */
  private void showPalette() {
    forgetPalette();
    CodeModel present = model.get();
    int[] base = codes.get();
    if (present != null && base != null && cell.get() != NONE) {
      addToPalette(new PaletteWish(present, base, cell.get(), palettes), 0);
    }
  }

  private void addToPalette(PaletteWish wish, int from) {
    CodeModel present = wish.model();
    int to = Math.min(present.bookSize(), from + PART);
    int cells = present.cells();
    int[] all = new int[(to - from) * cells];
    for (int code = from; code < to; code++) {
      System.arraycopy(wish.codes(), 0, all, (code - from) * cells, cells);
      all[(code - from) * cells + wish.cell()] = code;
    }
    Patch patch = Patch.of(present, wish.cell(), 1);
    receive(
        present,
        present.questions().decode(new CodeMaps(to - from, present.rows(), present.columns(), all)),
        images -> {
          if (wish.number() == palettes) {
            palette.set(new PalettePart(from, patch.cut(images)));
            if (to < present.bookSize()) {
              addToPalette(wish, to);
            }
          }
        });
  }

  /** An answer counts only while the model is the one that was asked. */
  private <T> void receive(CodeModel asked, CompletableFuture<T> answer, Consumer<T> use) {
    CompletableFuture<?> unused =
        answer.whenComplete(
            (value, failure) ->
                foreground.execute(
                    () -> {
                      if (failure != null) {
                        fail(asked, failure);
                      } else if (asked.equals(model.get())) {
                        use.accept(value);
                      }
                    }));
  }

  private void fail(CodeModel asked, Throwable failure) {
    if (asked.equals(model.get()) && !(Failures.cause(failure) instanceof CancellationException)) {
      fail(failure);
    }
  }

  void fail(Throwable failure) {
    problem.set(Failures.oneLine(failure));
  }

  /**
   * What codes would draw.
   *
   * @param from the first code
   * @param patches one for each code from there on
   */
  record PalettePart(int from, ImageBatch patches) {}

  /** A palette that is being drawn. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
  private record PaletteWish(CodeModel model, int[] codes, int cell, long number) {}
}
