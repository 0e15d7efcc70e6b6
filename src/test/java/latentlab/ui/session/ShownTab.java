package latentlab.ui.session;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A tab alone in a window, at the size that it has in the smallest window of the program. */
public final class ShownTab {

  private ShownTab() {}

  /** Shows a tab. On the JavaFX thread. */
  public static void show(Stage stage, LabTab tab) {
    stage.setScene(new Scene(new StackPane(tab.view()), 1280, 690));
    stage.show();
    tab.onShown();
  }

  /** Closes a tab and the models that it could reach. Not on the JavaFX thread. */
  public static void close(FxRobot robot, LabTab tab, ModelOpening opening) {
    robot.interact(
        () -> {
          tab.close();
          opening.session().close();
          opening.shelf().close();
        });
  }
}
