package latentlab.ui.keepsake;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import latentlab.models.origin.DescribedPicture;
import latentlab.ui.history.Pin;
import latentlab.ui.history.PinList;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.WeightsHash;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/**
 * Keeps the picture of the tab in front, with its origin. For the JavaFX thread; needs no toolkit.
 */
public final class Keepsakes {

  private static final int LONGEST_NAME = 60;

  private final ObservableValue<? extends LabTab> front;
  private final ExplorationSession session;
  private final PinList pins;
  private final Outlets outlets;
  private final Executor background;
  private final Executor foreground;
  private final Messages messages;

  /**
   * Keeps nothing yet.
   *
   * @param front the tab in front
   * @param session has the model that made its picture
   * @param pins takes pinned pictures
   * @param outlets where pictures go, and what is told
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param messages the words
   */
  public Keepsakes(
      ObservableValue<? extends LabTab> front,
      ExplorationSession session,
      PinList pins,
      Outlets outlets,
      Executor background,
      Executor foreground,
      Messages messages) {
    this.front = front;
    this.session = session;
    this.pins = pins;
    this.outlets = outlets;
    this.background = background;
    this.foreground = foreground;
    this.messages = messages;
  }

  /** Puts the picture on the strip of pinned ones. */
  public void pin() {
    present()
        .ifPresent(
            pin ->
                withHash(
                    pin,
                    complete -> {
                      pins.add(complete);
                      outlets.announce().accept(messages.text("keepsake.pinned"));
                    }));
  }

  /** Puts the picture on the clipboard. */
  public void copy() {
    present().ifPresent(this::copy);
  }

  /**
   * Puts a picture on the clipboard.
   *
   * @param pin the picture
   */
  public void copy(Pin pin) {
    outlets.clipboard().accept(pin);
    outlets.announce().accept(messages.text("keepsake.copied"));
  }

  /** Asks for a file and writes the picture, with its origin. */
  public void save() {
    present().ifPresent(pin -> withHash(pin, this::save));
  }

  /**
   * Asks for a file and writes a picture, with its origin.
   *
   * @param pin the picture
   */
  public void save(Pin pin) {
    outlets.askFile().apply(nameOf(pin)).ifPresent(file -> write(pin, withEnding(file)));
  }

  private Optional<Pin> present() {
    if (front.getValue() instanceof PictureTab tab) {
      Optional<Pin> pin =
          tab.picture()
              .flatMap(
                  images ->
                      tab.origin()
                          .map(origin -> new Pin(images, tab.columns(images.count()), origin)));
      if (pin.isPresent()) {
        return pin;
      }
    }
    outlets.announce().accept(messages.text("keepsake.nothing"));
    return Optional.empty();
  }

  /** Reading the hash takes a moment. */
  private void withHash(Pin pin, Consumer<Pin> action) {
    WeightsHash hash = session.current().map(ExploredModel::hash).orElse(WeightsHash.NONE);
    background.execute(
        () -> {
          Optional<String> read = hash.read();
          Pin complete =
              new Pin(
                  pin.images(),
                  pin.columns(),
                  pin.origin().withModel(pin.origin().model().withHash(read)));
          foreground.execute(() -> action.accept(complete));
        });
  }

  private void write(Pin pin, Path file) {
    background.execute(
        () -> {
          String told;
          try {
            DescribedPicture.write(file, pin.images(), pin.columns(), pin.origin());
            told = messages.text("keepsake.saved", file.toString());
          } catch (RuntimeException problem) {
            told = Failures.oneLine(problem);
          }
          String line = told;
          foreground.execute(() -> outlets.announce().accept(line));
        });
  }

  private static String nameOf(Pin pin) {
    String name = pin.origin().model().id() + "-" + pin.origin().activity();
    String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+", "");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length())) + ".png";
  }

  private static Path withEnding(Path file) {
    boolean ends = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    return ends ? file : file.resolveSibling(file.getFileName() + ".png");
  }

  /**
   * Where pictures go.
   *
   * @param askFile asks for a file to write, given a name for it; empty if the user wants none
   * @param clipboard takes pictures
   * @param announce takes one line for the user
   */
  public record Outlets(
      Function<String, Optional<Path>> askFile,
      Consumer<Pin> clipboard,
      Consumer<String> announce) {}
}
