package latentlab.ui.training.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/**
 * The values that are read, beside the line at which they are read: to its right, or to its left
 * where there is no room, so that it never covers them. It lies over the charts and moves nothing.
 */
final class ReadoutCard {

  private static final double DISTANCE = 14;
  private static final String NOTHING = "\u2013";

  private final Messages messages;
  private final Pane layer = new Pane();
  private final Label heading = new Label();
  private final GridPane table = new GridPane();
  private final VBox card = new VBox(heading, table);

  ReadoutCard(Messages messages) {
    this.messages = messages;
    card.getStyleClass().add("readout");
    card.setId("chart-readout");
    heading.getStyleClass().add("readout-heading");
    table.getStyleClass().add("readout-table");
    card.setManaged(false);
    card.setVisible(false);
    layer.getChildren().add(card);
    layer.setMouseTransparent(true);
  }

  /** Lies over the charts. */
  Node layer() {
    return layer;
  }

  void hide() {
    card.setVisible(false);
  }

  /**
   * Shows values beside a line.
   *
   * @param place of the line, in words
   * @param readings one for each visible run
   * @param sceneX where the line is, from the left of the window
   * @param sceneY the upper end of the line, from the top of the window
   */
  void show(String place, List<Reading> readings, double sceneX, double sceneY) {
    heading.setText(place);
    List<Node> cells = new ArrayList<>();
    addHead(cells);
    for (int row = 0; row < readings.size(); row++) {
      addRow(cells, row + 1, readings.get(row));
    }
    table.getChildren().setAll(cells);
    card.setVisible(true);
    card.applyCss();
    double width = card.prefWidth(-1);
    double height = card.prefHeight(width);
    double lineX = layer.sceneToLocal(sceneX, sceneY).getX();
    double top = layer.sceneToLocal(sceneX, sceneY).getY();
    boolean right = lineX + DISTANCE + width <= layer.getWidth();
    double x = right ? lineX + DISTANCE : lineX - DISTANCE - width;
    double y = Math.max(0, Math.min(top, layer.getHeight() - height));
    card.resizeRelocate(Math.rint(Math.max(0, x)), Math.rint(y), width, height);
    card.layout();
  }

  /** The same in words, for those who do not see it. */
  String spoken(String place, List<Reading> readings) {
    StringJoiner text = new StringJoiner("; ");
    text.add(place);
    for (Reading reading : readings) {
      String validation = reading.validation().map(v -> exact(v.value())).orElse(NOTHING);
      String training = reading.training().map(t -> exact(t.value())).orElse(NOTHING);
      text.add(messages.text("chart.readout.spoken", reading.run().name(), training, validation));
    }
    return text.toString();
  }

  /** A place on the axis, by the step and epoch of the first run that was trained there. */
  String placeOf(double place, RunAxis axis, List<Reading> readings) {
    if (axis == RunAxis.EPOCH) {
      return messages.text("chart.readout.epoch", place);
    }
    return readings.stream()
        .filter(reading -> reading.training().isPresent())
        .findFirst()
        .map(
            reading ->
                messages.text(
                    "chart.readout.place",
                    reading.training().map(Reading.Measured::step).orElse(0L),
                    reading.epoch()))
        .orElse("");
  }

  private void addHead(List<Node> cells) {
    cells.add(at(label("", "readout-run"), 0, 0));
    cells.add(at(label(messages.text("chart.readout.training"), "readout-kind"), 1, 0));
    cells.add(at(label(messages.text("chart.readout.smoothed"), "readout-kind"), 2, 0));
    cells.add(at(label(messages.text("chart.readout.validation"), "readout-kind"), 3, 0));
  }

  private void addRow(List<Node> cells, int row, Reading reading) {
    Label name = label(reading.run().name(), "readout-run");
    name.setGraphic(RunSwatch.of(reading.run()));
    String training = reading.training().map(point -> exact(point.value())).orElse(NOTHING);
    String smoothed =
        reading.smoothed().isPresent()
            ? TickLabels.text(reading.smoothed().getAsDouble())
            : NOTHING;
    String validation =
        reading
            .validation()
            .map(
                point ->
                    messages.text(
                        "chart.readout.after", exact(point.value()), reading.validatedEpoch()))
            .orElse(NOTHING);
    cells.add(at(name, 0, row));
    cells.add(at(label(training, "readout-value"), 1, row));
    cells.add(at(label(smoothed, "readout-value"), 2, row));
    cells.add(at(label(validation, "readout-value"), 3, row));
  }

  private static String exact(double value) {
    return TickLabels.exact(value);
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static Node at(Label label, int column, int row) {
    GridPane.setConstraints(label, column, row);
    return label;
  }
}
