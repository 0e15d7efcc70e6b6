package latentlab.ui.keepsake;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import latentlab.failure.UserException;
import latentlab.models.origin.DescribedPicture;

/**
 * Takes a picture of this program that is dropped anywhere on the window, and leaves all other
 * files to the tabs. Whose picture a file is, is read in the background as soon as it is dragged
 * over the window. For the JavaFX thread.
 */
public final class PictureDrop {

  private final Executor background;
  private final Executor foreground;
  private final Consumer<Path> dropped;
  private Optional<Path> looked = Optional.empty();
  private boolean own;

  /**
   * Takes nothing yet.
   *
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param dropped takes a picture that this program wrote
   */
  public PictureDrop(Executor background, Executor foreground, Consumer<Path> dropped) {
    this.background = background;
    this.foreground = foreground;
    this.dropped = dropped;
  }

  /**
   * Takes what is dropped on a scene, before its nodes can.
   *
   * @param scene that of the window
   */
  public void listen(Scene scene) {
    scene.addEventFilter(DragEvent.DRAG_OVER, this::over);
    scene.addEventFilter(DragEvent.DRAG_DROPPED, this::drop);
    scene.addEventFilter(
        DragEvent.DRAG_EXITED_TARGET,
        event -> {
          if (event.getTarget() == scene) {
            forget();
          }
        });
  }

  private void over(DragEvent event) {
    if (takes(event.getDragboard().getFiles())) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    if (take(event.getDragboard().getFiles())) {
      event.setDropCompleted(true);
      event.consume();
    }
  }

  /** Whether a drag over the window is for it, as far as is known by now. */
  boolean takes(List<File> files) {
    Optional<Path> file = single(files);
    if (!file.equals(looked)) {
      looked = file;
      own = false;
      file.ifPresent(this::look);
    }
    return own && file.isPresent();
  }

  /** Takes the file if it is for the window; the next drag may bring another of its name. */
  boolean take(List<File> files) {
    boolean taken = takes(files);
    if (taken) {
      looked.ifPresent(dropped);
    }
    forget();
    return taken;
  }

  private void forget() {
    looked = Optional.empty();
    own = false;
  }

  private void look(Path file) {
    background.execute(
        () -> {
          boolean described = isDescribed(file);
          foreground.execute(
              () -> {
                if (looked.filter(file::equals).isPresent()) {
                  own = described;
                }
              });
        });
  }

  /** A description that is not sound is taken too, so that one is told what is wrong with it. */
  private static boolean isDescribed(Path file) {
    try {
      return DescribedPicture.isDescribed(file);
    } catch (UserException damaged) {
      return false;
    }
  }

  private static Optional<Path> single(List<File> files) {
    return files.size() == 1 && files.get(0).getName().toLowerCase(Locale.ROOT).endsWith(".png")
        ? Optional.of(files.get(0).toPath())
        : Optional.empty();
  }
}
