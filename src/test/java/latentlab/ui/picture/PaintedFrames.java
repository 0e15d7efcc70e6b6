package latentlab.ui.picture;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.concurrent.Future;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells measurements when a frame has been painted. For the JavaFX thread. */
public final class PaintedFrames {

  private PaintedFrames() {}

  /**
   * Runs something on the JavaFX thread as soon as the next frame of a scene is painted and, where
   * the software renderer paints, its pixels have been handed to the window.
   */
  public static void afterNext(Scene scene, Runnable work) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            // After this listener the scene hands its frame to the renderer, which works in order:
            // a job added behind the frame runs when the frame is painted, and what that job posts
            // comes after the upload that the frame has posted.
            Platform.runLater(() -> addRenderJob(() -> Platform.runLater(work)));
          }
        });
    Platform.requestNextPulse();
  }

  private static void addRenderJob(Runnable work) {
    Future<?> unused = Toolkit.getToolkit().addRenderJob(new RenderJob(work));
  }
}
