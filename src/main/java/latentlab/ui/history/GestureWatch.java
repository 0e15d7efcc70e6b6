package latentlab.ui.history;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Tells a history when gestures begin and end. For the JavaFX thread. */
public final class GestureWatch {

  private GestureWatch() {}

  /**
   * Watches the buttons and keys that are pressed on a node and all in it.
   *
   * @param node is watched as long as it exists
   * @param history is told
   */
  public static void watch(Node node, UndoHistory<?> history) {
    node.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          // The release of the press before may have been consumed by a control.
          history.endGesture();
          history.beginGesture();
        });
    node.addEventFilter(KeyEvent.KEY_PRESSED, event -> history.beginGesture());
    // After those who act on the release.
    node.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> history.endGesture());
    node.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> history.endGesture());
    node.addEventFilter(KeyEvent.KEY_RELEASED, event -> history.endGesture());
  }
}
