package latentlab.ui.keepsake;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import latentlab.ui.history.PinList;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons and keys that act on the tab in front: undo, redo, pin, copy, save. */
public final class KeepsakeBar extends HBox {

  private final ObservableValue<? extends LabTab> front;
  private final Messages messages;
  private final Button undo;
  private final Button redo;
  private final Button pin;
  private final Button copy;
  private final Button save;

  /**
   * A bar for the head of the window.
   *
   * @param front the tab in front
   * @param keepsakes keeps its picture
   * @param pins the pinned pictures, whose strip can be opened
   * @param messages the words
   */
  public KeepsakeBar(
      ObservableValue<? extends LabTab> front,
      Keepsakes keepsakes,
      PinList pins,
      Messages messages) {
    this.front = front;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(2);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("keepsake-bar");
    undo = button("undo", Feather.CORNER_UP_LEFT, () -> onHistory(UndoHistory::undo));
    redo = button("redo", Feather.CORNER_UP_RIGHT, () -> onHistory(UndoHistory::redo));
    pin = button("pin", Feather.BOOKMARK, keepsakes::pin);
    copy = button("copy", Feather.COPY, keepsakes::copy);
    save = button("save", Feather.SAVE, keepsakes::save);
    ToggleButton strip = prepare(new ToggleButton("", new FontIcon(Feather.FILM)), "strip");
    strip.selectedProperty().bindBidirectional(pins.shown());
    getChildren().addAll(undo, redo, separator(), pin, copy, save, strip, separator());
    bindTo(undo, UndoHistory::undoable);
    bindTo(redo, UndoHistory::redoable);
    for (Button button : new Button[] {pin, copy, save}) {
      button.disableProperty().bind(front.map(tab -> !(tab instanceof PictureTab)).orElse(true));
    }
  }

  /**
   * Lets the keys of the bar work in the whole window; text fields keep theirs.
   *
   * @param scene that of the window
   */
  public void listenToKeys(Scene scene) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    keys.put(shortcut(KeyCode.Z), undo::fire);
    keys.put(shortcut(KeyCode.Y), redo::fire);
    keys.put(shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN), redo::fire);
    keys.put(shortcut(KeyCode.K), pin::fire);
    keys.put(shortcut(KeyCode.C), copy::fire);
    keys.put(shortcut(KeyCode.S, KeyCombination.SHIFT_DOWN), save::fire);
  }

  private static KeyCombination shortcut(KeyCode key, KeyCombination.Modifier... more) {
    KeyCombination.Modifier[] all = new KeyCombination.Modifier[more.length + 1];
    all[0] = KeyCombination.SHORTCUT_DOWN;
    System.arraycopy(more, 0, all, 1, more.length);
    return new KeyCodeCombination(key, all);
  }

  private void onHistory(Consumer<UndoHistory<?>> step) {
    if (front.getValue() instanceof UndoableTab tab) {
      step.accept(tab.history());
    }
  }

  /** Follows the tab in front. */
  private void bindTo(Button button, Function<UndoHistory<?>, ReadOnlyBooleanProperty> possible) {
    ObservableValue<Boolean> impossible =
        front
            .map(tab -> tab instanceof UndoableTab undoable ? undoable.history() : null)
            .flatMap(possible)
            .map(can -> !can)
            .orElse(true);
    button.disableProperty().bind(impossible);
  }

  private Button button(String name, Ikon icon, Runnable action) {
    Button button = prepare(new Button("", new FontIcon(icon)), name);
    button.setOnAction(event -> action.run());
    return button;
  }

  private <B extends ButtonBase> B prepare(B button, String name) {
    String help = messages.text("keepsake." + name + ".tip");
    button.setId("keepsake-" + name);
    button.getStyleClass().addAll("button-icon", "flat");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Separator separator() {
    return new Separator(Orientation.VERTICAL);
  }
}
