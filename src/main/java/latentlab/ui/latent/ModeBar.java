package latentlab.ui.latent;

import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;

/** The choice between grid and points, and the controls of the points where these are shown. */
final class ModeBar extends HBox {

  private static final Map<ViewMode, String> STYLES =
      Map.of(
          ViewMode.GRID, "left-pill",
          ViewMode.POINTS, "center-pill",
          ViewMode.BOTH, "right-pill");

  private final Messages messages;
  private final ToggleGroup modes = new ToggleGroup();

  ModeBar(ObjectProperty<ViewMode> mode, Node pointsControls, Messages messages) {
    super(10);
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    // As high with the controls as without, so that nothing moves.
    setMinHeight(38);
    HBox choice = new HBox();
    choice.setAlignment(Pos.CENTER_LEFT);
    for (ViewMode each : ViewMode.values()) {
      choice.getChildren().add(button(each, mode));
    }
    choice.setMinWidth(Region.USE_PREF_SIZE);
    pointsControls.visibleProperty().bind(mode.map(now -> now != ViewMode.GRID));
    HBox.setHgrow(pointsControls, Priority.ALWAYS);
    getChildren().addAll(choice, pointsControls);
  }

  private ToggleButton button(ViewMode each, ObjectProperty<ViewMode> mode) {
    String key = "latent.mode." + each.name();
    ToggleButton button = new ToggleButton(messages.text(key));
    button.setId("mode-" + each.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add(STYLES.get(each));
    button.setTooltip(new Tooltip(messages.text(key + ".tooltip")));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setToggleGroup(modes);
    button.setSelected(mode.get() == each);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          mode.set(each);
        });
    mode.addListener((observable, before, now) -> button.setSelected(now == each));
    return button;
  }
}
