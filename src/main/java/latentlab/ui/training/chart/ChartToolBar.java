package latentlab.ui.training.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The legend of the charts, and what can be done with them. */
final class ChartToolBar {

  private static final double DEFAULT_SMOOTHING = 0.8;
  private static final double MOST_SMOOTHING = 0.995;

  private static final double LEAST_ITEM = 40;

  private final HBox view = new HBox();
  private final ToggleButton logarithmic = new ToggleButton();
  private final ToggleButton runs = new ToggleButton();
  private final Slider smoothing = new Slider(0, MOST_SMOOTHING, DEFAULT_SMOOTHING);
  private final Button showAll;
  private final Button csv;
  private final Button png;

  ChartToolBar(Messages messages) {
    logarithmic.setId("chart-log");
    logarithmic.setText(messages.text("chart.log"));
    logarithmic.setTooltip(new Tooltip(messages.text("chart.log.tip")));
    runs.setId("chart-runs");
    runs.setGraphic(new FontIcon(Feather.LAYERS));
    runs.setTooltip(new Tooltip(messages.text("chart.runs.tip")));
    runs.setMinWidth(Region.USE_PREF_SIZE);
    Label smoothingLabel = new Label(messages.text("chart.smoothing"));
    smoothingLabel.setLabelFor(smoothing);
    smoothingLabel.setMinWidth(Region.USE_PREF_SIZE);
    logarithmic.setMinWidth(Region.USE_PREF_SIZE);
    smoothing.setTooltip(new Tooltip(messages.text("chart.smoothing.tip")));
    smoothing.setAccessibleText(messages.text("chart.smoothing"));
    smoothing.setBlockIncrement(0.05);
    smoothing.getStyleClass().add("smoothing");
    showAll = button(messages, "chart.reset", Feather.MAXIMIZE);
    csv = button(messages, "chart.csv", Feather.FILE_TEXT);
    png = button(messages, "chart.png", Feather.IMAGE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox legend =
        new HBox(
            legendItem(messages, "step", "legend-training"),
            legendItem(messages, "smooth", "legend-smoothed"),
            legendItem(messages, "validation", "legend-validation"),
            legendItem(messages, "epoch", "legend-epoch"));
    legend.getStyleClass().add("loss-legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    legend.setMinWidth(0);
    view.getStyleClass().add("chart-tool-bar");
    view.setAlignment(Pos.CENTER_LEFT);
    view.getChildren().setAll(legend, gap, smoothingLabel, smoothing, logarithmic, runs);
    view.getChildren().addAll(showAll, csv, png);
    setHasData(false);
  }

  Node view() {
    return view;
  }

  BooleanProperty logarithmic() {
    return logarithmic.selectedProperty();
  }

  /** The weight of the past in the smoothed curve, from 0 to below 1. */
  DoubleProperty smoothing() {
    return smoothing.valueProperty();
  }

  /** Whether the list of runs is open. */
  BooleanProperty runsOpen() {
    return runs.selectedProperty();
  }

  /** Says how many runs there are to choose from. */
  void setRuns(String text) {
    runs.setText(text);
    runs.setAccessibleText(text);
  }

  void onShowAll(Runnable action) {
    showAll.setOnAction(event -> action.run());
  }

  void onCsv(Runnable action) {
    csv.setOnAction(event -> action.run());
  }

  void onPng(Runnable action) {
    png.setOnAction(event -> action.run());
  }

  void setHasData(boolean hasData) {
    showAll.setDisable(!hasData);
    csv.setDisable(!hasData);
    png.setDisable(!hasData);
  }

  private static Button button(Messages messages, String key, Feather icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setAccessibleText(messages.text(key));
    button.setTooltip(new Tooltip(messages.text(key) + ": " + messages.text(key + ".tip")));
    return button;
  }

  private static Label legendItem(Messages messages, String key, String styleClass) {
    Region sample = new Region();
    sample.getStyleClass().addAll("legend-sample", styleClass);
    Label item = new Label(messages.text("chart.legend." + key), sample);
    // Where other languages need more room, the words of the legend give way.
    item.setMinWidth(LEAST_ITEM);
    item.setTooltip(new Tooltip(item.getText()));
    return item;
  }
}
