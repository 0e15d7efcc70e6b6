package latentlab.ui.codes;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.data.ImageBatch;
import latentlab.models.CodeMaps;
import latentlab.ui.bridge.LatestQuestion;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one image, or some drawn from the prior, and what becomes of the picture when they
 * are swapped. Answers to what is no longer wanted are dropped; long work is asked for in small
 * parts, so that swapping stays smooth. While the model trains it is asked again a few times a
 * second. Methods and properties belong to the JavaFX thread; needs no toolkit.
 */
final class CodesViewModel {

  /** No cell is chosen. */
  static final int NONE = -1;

  /** From one question to the next while the model trains. */
  private static final Duration PACE = Duration.ofMillis(250);

  /** What takes long, the palette and the counts, is asked again every so many times only. */
  private static final int SLOW_PACE = 20;

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
  private final PulseScheduler pulses;
  private final CodePalette palette;
  private final UsageCounter counter;
  private final LatestQuestion<CodeMaps> finding;
  private final LatestQuestion<ImageBatch> decoding;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WAITING);
  private final ReadOnlyObjectWrapper<@Nullable CodeModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<int @Nullable []> codes = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper cell = new ReadOnlyIntegerWrapper(NONE);
  private final ReadOnlyObjectWrapper<PriorDraw> draw =
      new ReadOnlyObjectWrapper<>(new PriorDraw(1, 1));
  private final ReadOnlyLongWrapper beginnings = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  private int[] original = new int[0];
  private Optional<ImageBatch> source = Optional.empty();
  private Optional<PriorDraw> drawnBy = Optional.empty();

  /** Whether codes from the prior are wanted, rather than those of the image. */
  private boolean drawWanted;

  private boolean begun;
  private boolean giving;
  private boolean shown;
  private boolean outdated;
  private boolean pulsed;
  private int refreshed;

  /**
   * Without a model.
   *
   * @param input gives the image
   * @param examples those over which codes are counted
   * @param foreground runs on the JavaFX thread
   * @param pulses runs what is asked again
   */
  CodesViewModel(
      ImageInputViewModel input, TestImages examples, Executor foreground, PulseScheduler pulses) {
    this.input = input;
    this.pulses = pulses;
    palette = new CodePalette(foreground, this::fail);
    counter = new UsageCounter(examples, foreground, this::fail);
    finding = new LatestQuestion<>(foreground, this::fail);
    decoding = new LatestQuestion<>(foreground, this::fail);
    input.image().addListener((property, old, now) -> takeImage(now));
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
    return palette.part();
  }

  /** How often the codes occur in test images, as far as they are counted; null before. */
  ReadOnlyObjectProperty<@Nullable CodeUsage> usage() {
    return counter.usage();
  }

  /** Whether everything that was asked has been answered, the counts too. */
  boolean isSettled() {
    return picture.get() != null && counter.isDone() && !finding.isBusy() && !decoding.isBusy();
  }

  /** How codes are drawn from the prior. */
  ReadOnlyObjectProperty<PriorDraw> draw() {
    return draw.getReadOnlyProperty();
  }

  /** Rises when other codes came than the user asked for: the model is another one, or learns. */
  ReadOnlyLongProperty beginnings() {
    return beginnings.getReadOnlyProperty();
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
    finding.forget();
    decoding.forget();
    forgetCodes();
    drawWanted = false;
    begun = false;
    outdated = false;
    counter.explore(next);
    model.set(next);
    if (next != null && next.temperature().isPresent()) {
      draw.set(new PriorDraw(next.temperature().getAsDouble(), draw.get().seed()));
    }
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
    ImageBatch image = input.image().get();
    if (image == null && codes.get() == null) {
      input.next();
    } else if (image != null && codes.get() == null) {
      encode(present, image);
    }
    counter.begin();
    if (outdated) {
      refreshSoon();
    }
  }

  private void takeImage(@Nullable ImageBatch image) {
    CodeModel present = model.get();
    if (giving) {
      return;
    }
    drawWanted = false;
    if (image == null) {
      finding.forget();
      forgetCodes();
    } else if (present != null && shown) {
      encode(present, image);
    } else {
      forgetCodes();
    }
  }

  private void encode(CodeModel present, ImageBatch image) {
    finding.ask(
        () -> present.questions().encode(image),
        maps -> {
          if (!drawWanted) {
            take(Optional.of(image), Optional.empty(), maps.map(0));
          }
        });
  }

  private void forgetCodes() {
    source = Optional.empty();
    drawnBy = Optional.empty();
    original = new int[0];
    codes.set(null);
    picture.set(null);
    cell.set(NONE);
    palette.forget();
  }

  /** Other codes, none of which is swapped. */
  private void take(Optional<ImageBatch> image, Optional<PriorDraw> drawn, int[] found) {
    source = image;
    drawnBy = drawn;
    original = found;
    change(found.clone());
    if (cell.get() == NONE) {
      // So that the palette is seen without a click.
      cell.set(found.length / 2);
    }
    showPalette();
    beginOnce();
  }

  /** The first codes of a model are where steps begin. */
  private void beginOnce() {
    if (!begun) {
      begun = true;
      beginnings.set(beginnings.get() + 1);
    }
  }

  /** Draws codes from the prior; of several wishes the latest counts. */
  void drawFromPrior(PriorDraw next) {
    draw.set(next);
    CodeModel present = model.get();
    if (present != null && present.temperature().isPresent()) {
      drawWanted = true;
      finding.ask(
          () -> present.questions().draw(next),
          maps -> {
            if (drawWanted) {
              give(Optional.empty());
              take(Optional.empty(), Optional.of(next), maps.map(0));
            }
          });
    }
  }

  /** Chooses a temperature. Codes that were drawn, and not swapped since, are drawn anew. */
  void chooseTemperature(double temperature) {
    PriorDraw next = new PriorDraw(temperature, draw.get().seed());
    if (!next.equals(draw.get())) {
      if (drawWanted && Arrays.equals(codes.get(), original)) {
        drawFromPrior(next);
      } else {
        draw.set(next);
      }
    }
  }

  /** Shows an image, or none, whose codes are known. */
  private void give(Optional<ImageBatch> image) {
    giving = true;
    image
        .filter(some -> some.shape().equals(input.drawing().get().shape()))
        .ifPresentOrElse(input::give, input::clear);
    giving = false;
  }

  /** The codes and where they are from. */
  CodesState state() {
    int[] now = codes.get();
    return now == null
        ? new CodesState(Optional.empty(), Optional.empty(), List.of(), List.of())
        : new CodesState(source, drawnBy, list(original), list(now));
  }

  private static List<Integer> list(int[] some) {
    return Arrays.stream(some).boxed().toList();
  }

  /** Goes to other codes of the same grid and book, or to none; to others it does not go. */
  void restore(CodesState past) {
    CodeModel present = model.get();
    boolean empty = past.codes().isEmpty();
    if (present == null || (!empty && past.codes().size() != present.cells())) {
      return;
    }
    finding.forget();
    give(past.image());
    if (empty) {
      forgetCodes();
      return;
    }
    source = past.image();
    drawnBy = past.draw();
    drawWanted = past.draw().isPresent();
    past.draw().ifPresent(draw::set);
    original = array(past.original());
    change(array(past.codes()));
    showPalette();
    beginOnce();
  }

  private static int[] array(List<Integer> some) {
    return some.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether a cell has another code than at first. */
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

  /** The codes before any was swapped. */
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
    if (present != null && wanted != null) {
      CodeMaps maps = new CodeMaps(1, present.rows(), present.columns(), wanted);
      decoding.ask(
          () -> present.questions().decode(maps),
          images -> {
            if (codes.get() != null) {
              picture.set(images);
            }
          });
    }
  }

  private void showPalette() {
    CodeModel present = model.get();
    int[] base = codes.get();
    if (present != null && base != null && cell.get() != NONE) {
      palette.show(present, base, cell.get());
    } else {
      palette.forget();
    }
  }

  /** The explored model has learnt. */
  void weightsChanged() {
    outdated = true;
    refreshSoon();
  }

  private void refreshSoon() {
    if (shown && model.get() != null && !pulsed) {
      pulsed = true;
      pulses.schedule(this::refresh, PACE);
    }
  }

  private void refresh() {
    pulsed = false;
    CodeModel present = model.get();
    if (!shown || !outdated || present == null) {
      return;
    }
    if (finding.isBusy() || decoding.isBusy()) {
      refreshSoon();
      return;
    }
    outdated = false;
    if (refreshed % SLOW_PACE == 0) {
      counter.repeat();
      showPalette();
    }
    refreshed++;
    if (source.isPresent() && Arrays.equals(codes.get(), original)) {
      ImageBatch image = source.get();
      finding.ask(() -> present.questions().encode(image), maps -> takeLearnt(maps.map(0)));
    } else {
      // Codes that were swapped or drawn stay; what they draw is another picture now.
      decode();
    }
  }

  private void takeLearnt(int[] found) {
    boolean swappedMeanwhile = !Arrays.equals(codes.get(), original);
    if (drawWanted || swappedMeanwhile || Arrays.equals(found, original)) {
      decode();
      return;
    }
    original = found;
    change(found.clone());
    beginnings.set(beginnings.get() + 1);
  }

  void fail(Throwable failure) {
    if (!(Failures.cause(failure) instanceof CancellationException)) {
      problem.set(Failures.oneLine(failure));
    }
  }
}
