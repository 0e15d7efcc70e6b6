package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/** A large button for each class: alone by a click, several by a click with Shift or Ctrl held. */
final class ClassButtons extends VBox {

  private static final int SHORT_NAME = 2;
  private static final int KEYS = 10;
  private static final double WIDTH = 318;

  private final ClassesViewModel viewModel;
  private final Messages messages;
  private final TilePane tiles = new TilePane(6, 6);
  private final List<ToggleButton> buttons = new ArrayList<>();
  private List<String> names = List.of();
  private boolean adding;

  ClassButtons(ClassesViewModel viewModel, Messages messages) {
    super(6);
    this.viewModel = viewModel;
    this.messages = messages;
    tiles.setPrefColumns(5);
    Button all = new Button(messages.text("classes.all"));
    all.setId("classes-all");
    all.setTooltip(new Tooltip(messages.text("classes.all.tip")));
    all.setOnAction(event -> viewModel.chooseAll());
    Label hint = new Label(messages.text("classes.buttons.hint"));
    hint.getStyleClass().addAll("text-muted", "text-small");
    hint.setWrapText(true);
    HBox.setHgrow(hint, Priority.ALWAYS);
    all.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(8, all, hint);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(tiles, line);
    viewModel.model().addListener((property, old, now) -> showModel());
    viewModel.choices().addListener((property, old, now) -> showChoices());
    showModel();
  }

  private void showModel() {
    ClassModel model = viewModel.model().get();
    if (model == null || model.images().classNames().equals(names)) {
      showChoices();
      return;
    }
    names = model.images().classNames();
    boolean small = names.stream().allMatch(name -> name.length() <= SHORT_NAME);
    int columns = small ? 5 : 2;
    tiles.setPrefColumns(columns);
    tiles.setPrefTileWidth((WIDTH - 6 * (columns - 1)) / columns);
    tiles.setPrefTileHeight(small ? 46 : 34);
    buttons.clear();
    for (int label = 0; label < names.size(); label++) {
      buttons.add(button(label, small));
    }
    tiles.getChildren().setAll(buttons);
    showChoices();
  }

  private ToggleButton button(int label, boolean small) {
    ToggleButton button = new ToggleButton(names.get(label));
    button.setId("classes-class-" + label);
    button.getStyleClass().add(small ? "class-button" : "class-button-long");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.setTooltip(
        new Tooltip(
            label < KEYS
                ? messages.text("classes.class.key.tip", names.get(label), label)
                : messages.text("classes.class.tip", names.get(label))));
    button.addEventFilter(
        MouseEvent.MOUSE_RELEASED, event -> adding = event.isShiftDown() || event.isShortcutDown());
    button.setOnAction(
        event -> {
          boolean several = adding;
          adding = false;
          if (several) {
            viewModel.toggle(label);
          } else {
            viewModel.chooseOnly(label);
          }
          showChoices();
        });
    return button;
  }

  private void showChoices() {
    ClassChoices choices = viewModel.choices().get();
    for (int label = 0; label < buttons.size(); label++) {
      buttons.get(label).setSelected(choices != null && choices.labels().contains(label));
    }
  }
}
