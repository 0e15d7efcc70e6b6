package latentlab.ui.latent;

import java.util.Locale;
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

/**
 * One dimension or principal direction: a slider, a field for its exact value, a lock and a reset.
 */
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

  DimensionRow(LatentSpaceViewModel viewModel, int dimension, Messages messages) {
    super(6);
    this.messages = messages;
    this.viewModel = viewModel;
    this.dimension = dimension;
    SliderAxes axes = axes();
    String number = Integer.toString(dimension + 1);
    double extent = axes.extent();
    slider = new Slider(-extent, extent, 0);
    slider.setId("slider-" + number);
    slider.setBlockIncrement(2 * extent / KEY_STEPS);
    slider.setAccessibleText(text("slider"));
    slider.setMinWidth(60);
    HBox.setHgrow(slider, Priority.ALWAYS);
    name.setText(axes.basis().name(dimension));
    name.setLabelFor(slider);
    name.setMinWidth(NAME_WIDTH);
    name.setPrefWidth(NAME_WIDTH);
    name.setContentDisplay(ContentDisplay.RIGHT);
    field.setId("value-" + number);
    field.setPrefColumnCount(FIELD_COLUMNS);
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setAlignment(Pos.CENTER_RIGHT);
    field.getStyleClass().add("coordinate-field");
    field.setAccessibleText(text("field"));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("dimension-row");
    getChildren().addAll(name, slider, field, lockButton(number), resetButton());
    if (axes.isPrincipal()) {
      name.setTooltip(describingTooltip());
    }
    listen();
    show(viewModel.chosen().get());
    showPlane(viewModel.plane().get());
  }

  /** Says how much of the variance lies in the direction, as known when it is asked for. */
  private Tooltip describingTooltip() {
    Tooltip help = new Tooltip();
    help.setOnShowing(
        event ->
            help.setText(
                messages.text(
                    "latent.direction.share",
                    dimension + 1,
                    String.format(Locale.ROOT, "%.1f", 100 * axes().share(dimension)))));
    return help;
  }

  /** Shows the coordinate of a point. */
  void show(LatentPoint point) {
    double value = axes().value(point, dimension);
    showing = true;
    slider.setValue(value);
    showing = false;
    String text = Numbers.coordinate(value);
    if (!text.equals(field.getText())) {
      field.setText(text);
    }
    field.pseudoClassStateChanged(INVALID, false);
  }

  /** Marks the row if the plane shows its direction. */
  void showPlane(PlaneGrid plane) {
    if (plane.basis().isPrincipal() != axes().isPrincipal()) {
      name.setGraphic(null);
    } else if (dimension == plane.horizontal()) {
      name.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
    } else if (dimension == plane.vertical()) {
      name.setGraphic(new FontIcon(Feather.ARROW_UP));
    } else {
      name.setGraphic(null);
    }
  }

  private SliderAxes axes() {
    return viewModel.sliders().axes().get();
  }

  private String text(String key) {
    String group = axes().isPrincipal() ? "latent.direction." : "latent.code.";
    return messages.text(group + key, dimension + 1);
  }

  private ToggleButton lockButton(String number) {
    ToggleButton lock = new ToggleButton();
    lock.setId("lock-" + number);
    lock.getStyleClass().addAll("button-icon", "flat", "lock-button");
    lock.setMinWidth(Region.USE_PREF_SIZE);
    lock.setAccessibleText(text("lock"));
    lock.setTooltip(new Tooltip(text("lock.tooltip")));
    ObservableSet<Integer> locked = viewModel.sliders().locked();
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

  private Button resetButton() {
    reset.setGraphic(new FontIcon(Feather.ROTATE_CCW));
    reset.getStyleClass().addAll("button-icon", "flat", "reset-button");
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.setAccessibleText(text("reset"));
    reset.setTooltip(new Tooltip(text("reset")));
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
    String shown = Numbers.coordinate(axes().value(viewModel.chosen().get(), dimension));
    if (field.getText().equals(shown)) {
      return;
    }
    OptionalDouble value = Numerals.number(field.getText());
    field.pseudoClassStateChanged(INVALID, value.isEmpty());
    value.ifPresent(number -> viewModel.setCoordinate(dimension, number));
  }
}
