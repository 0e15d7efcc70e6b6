package latentlab.ui.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import latentlab.failure.OperationFailedException;
import latentlab.failure.UserException;
import latentlab.storage.IoReason;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/**
 * Keeps the pinned pictures in a folder, a PNG each, so that the next window has them too. Files
 * are read and written in the background, one after the other. For the JavaFX thread; needs no
 * toolkit.
 */
public final class PinFolder {

  private static final Pattern NAME = Pattern.compile("pin-(\\d{1,18})\\.png");

  /** Nobody has so many; more are not looked at. */
  private static final int MOST_FILES = 10_000;

  /** Values of all pictures that are brought back. */
  private static final long MOST_VALUES = 1L << 25;

  private final Path folder;
  private final PinList pins;
  private final Executor sequence;
  private final Executor foreground;
  private final Consumer<String> announcements;
  private final LongSupplier clock;
  private final Messages messages;
  private final Map<Pin, Path> files = new LinkedHashMap<>();
  private long latest;

  /**
   * Does nothing yet.
   *
   * @param folder where the pictures are, and nothing else; may not exist
   * @param pins the pictures
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param announcements is told, in one line, what could not be read or written
   * @param clock tells the time in milliseconds; names of files are made of it
   * @param messages the words
   */
  public PinFolder(
      Path folder,
      PinList pins,
      Executor background,
      Executor foreground,
      Consumer<String> announcements,
      LongSupplier clock,
      Messages messages) {
    this.folder = folder;
    this.pins = pins;
    this.sequence = new Sequence(background);
    this.foreground = foreground;
    this.announcements = announcements;
    this.clock = clock;
    this.messages = messages;
  }

  /**
   * Brings back what is in the folder, behind what was pinned meanwhile, and keeps all changes from
   * now on. What is not sound is left where it is.
   */
  public void open() {
    pins.pins().addListener((ListChangeListener<Pin>) this::take);
    sequence.execute(
        () -> {
          Found found = read();
          foreground.execute(() -> bringBack(found));
        });
  }

  private void bringBack(Found found) {
    files.putAll(found.pins);
    pins.bringBack(List.copyOf(found.pins.keySet()));
    if (!found.problems.isEmpty()) {
      announcements.accept(messages.text("pins.unread", found.problems.get(0)));
    }
  }

  private void take(ListChangeListener.Change<? extends Pin> change) {
    while (change.next()) {
      change.getRemoved().forEach(this::forget);
      change.getAddedSubList().forEach(this::keep);
    }
  }

  private void keep(Pin pin) {
    if (!files.containsKey(pin)) {
      latest = Math.max(latest + 1, clock.getAsLong());
      Path file = folder.resolve("pin-" + latest + ".png");
      files.put(pin, file);
      sequence.execute(() -> attempt(() -> PinFile.write(file, pin)));
    }
  }

  private void forget(Pin pin) {
    Path file = files.remove(pin);
    if (file != null) {
      sequence.execute(() -> attempt(() -> delete(file)));
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (UserException problem) {
      String line = Failures.oneLine(problem);
      foreground.execute(() -> announcements.accept(line));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new OperationFailedException("cannot remove " + file + ": " + IoReason.of(e), e);
    }
  }

  /** The newest first. In the background. */
  private Found read() {
    Map<Pin, Path> sound = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    long values = 0;
    try {
      for (Path file : newest()) {
        try {
          Pin pin = PinFile.read(file);
          values += pin.images().pixels().length;
          if (values <= MOST_VALUES) {
            sound.put(pin, file);
          }
        } catch (UserException unsound) {
          problems.add(Failures.oneLine(unsound));
        }
      }
    } catch (IOException e) {
      problems.add("cannot read " + folder + ": " + IoReason.of(e));
    }
    return new Found(sound, problems);
  }

  private List<Path> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.limit(MOST_FILES)
          .filter(file -> number(file).isPresent() && Files.isRegularFile(file))
          .sorted(Comparator.comparing((Path file) -> number(file).orElse(0L)).reversed())
          .limit(PinList.MOST_PINS)
          .toList();
    }
  }

  private static Optional<Long> number(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Optional.of(Long.valueOf(name.group(1))) : Optional.empty();
  }

  /** What is in the folder. */
  private record Found(Map<Pin, Path> pins, List<String> problems) {}
}
