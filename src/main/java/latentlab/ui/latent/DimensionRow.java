package latentlab.ui.latent;

import java.util.OptionalDouble;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;
import latentlab.ui.text.Numerals;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One latent dimension: a slider, a field for its exact value, a lock and a reset. */
final class DimensionRow extends HBox {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
  private static final double NAME_WIDTH = 52;
  private static final int FIELD_COLUMNS = 6;
  private static final int KEY_STEPS = 40;

  private final int dimension;
  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final Label name = new Label();
  private final Slider slider;
  private final TextField field = new TextField();
  private final Button reset = new Button();
  private boolean showing;

  DimensionRow(LatentSpaceViewModel viewModel, int dimension, double extent, Messages messages) {
    super(6);
    this.messages = messages;
    this.viewModel = viewModel;
    this.dimension = dimension;
    String number = Integer.toString(dimension + 1);
    slider = new Slider(-extent, extent, 0);
    slider.setId("slider-" + number);
    slider.setBlockIncrement(2 * extent / KEY_STEPS);
    slider.setAccessibleText(messages.text("latent.code.slider", number));
    slider.setMinWidth(60);
    HBox.setHgrow(slider, Priority.ALWAYS);
    name.setText(Numbers.dimension(dimension));
    name.setLabelFor(slider);
    name.setMinWidth(NAME_WIDTH);
    name.setPrefWidth(NAME_WIDTH);
    name.setContentDisplay(ContentDisplay.RIGHT);
    field.setId("value-" + number);
    field.setPrefColumnCount(FIELD_COLUMNS);
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.getStyleClass().add("coordinate-field");
    field.setAccessibleText(messages.text("latent.code.field", number));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("dimension-row");
    getChildren().addAll(name, slider, field, lockButton(number), resetButton(number));
    listen();
    show(viewModel.chosen().get());
    showPlane(viewModel.plane().get());
  }

  /** Shows the coordinate of a point. */
  void show(LatentPoint point) {
    double value = point.coordinate(dimension);
    showing = true;
    slider.setValue(value);
    showing = false;
    String text = Numbers.coordinate(value);
    if (!text.equals(field.getText())) {
      field.setText(text);
    }
    field.pseudoClassStateChanged(INVALID, false);
  }

  /** Marks the dimension if the plane shows it. */
  void showPlane(PlaneGrid plane) {
    if (plane.basis().isPrincipal()) {
      name.setGraphic(null);
    } else if (dimension == plane.horizontal()) {
      name.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
    } else if (dimension == plane.vertical()) {
      name.setGraphic(new FontIcon(Feather.ARROW_UP));
    } else {
      name.setGraphic(null);
    }
  }

  private ToggleButton lockButton(String number) {
    ToggleButton lock = new ToggleButton();
    lock.setId("lock-" + number);
    lock.getStyleClass().addAll("button-icon", "flat", "lock-button");
    lock.setMinWidth(Region.USE_PREF_SIZE);
    lock.setAccessibleText(messages.text("latent.code.lock", number));
    lock.setTooltip(new Tooltip(messages.text("latent.code.lock.tooltip", number)));
    ObservableSet<Integer> locked = viewModel.locks().dimensions();
    lock.setSelected(locked.contains(dimension));
    lock.graphicProperty()
        .bind(lock.selectedProperty().map(on -> new FontIcon(on ? Feather.LOCK : Feather.UNLOCK)));
    reset.disableProperty().bind(lock.selectedProperty());
    lock.setOnAction(
        event -> {
          if (lock.isSelected()) {
            locked.add(dimension);
          } else {
            locked.remove(dimension);
          }
        });
    return lock;
  }

  private Button resetButton(String number) {
    reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
    reset.getStyleClass().addAll("button-icon", "flat", "reset-button");
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.setAccessibleText(messages.text("latent.code.reset", number));
    reset.setTooltip(new Tooltip(messages.text("latent.code.reset", number)));
    reset.setOnAction(event -> viewModel.setCoordinate(dimension, 0));
    return reset;
  }

  private void listen() {
    slider
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (!showing) {
                viewModel.setCoordinate(dimension, now.doubleValue());
              }
            });
    slider.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !reset.isDisabled()) {
            viewModel.setCoordinate(dimension, 0);
          }
        });
    field.setOnAction(event -> takeText());
    field
        .focusedProperty()
        .addListener(
            (observable, before, focused) -> {
              if (!focused) {
                takeText();
                show(viewModel.chosen().get());
              }
            });
  }

  /** Goes to the value in the field; what is no number stays there, marked, until it is mended. */
  private void takeText() {
    String shown = Numbers.coordinate(viewModel.chosen().get().coordinate(dimension));
    if (field.getText().equals(shown)) {
      return;
    }
    OptionalDouble value = Numerals.number(field.getText());
    field.pseudoClassStateChanged(INVALID, value.isEmpty());
    value.ifPresent(number -> viewModel.setCoordinate(dimension, number));
  }
}
