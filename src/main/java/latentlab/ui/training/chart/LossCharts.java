package latentlab.ui.training.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.MissingResourceException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import latentlab.ui.text.Messages;

/**
 * A chart for each term of the loss: the total large, its parts beside it. Nothing moves when the
 * first values arrive. For the JavaFX thread.
 */
public final class LossCharts {

  private static final List<String> EXPECTED_TERMS =
      List.of(LossHistory.TOTAL, "reconstruction", "kl");

  private final LossHistory history;
  private final Messages messages;
  private final BorderPane view = new BorderPane();
  private final GridPane grid = new GridPane();
  private final Label hint;
  private final ChartToolBar toolBar;
  private List<TermChart> charts = List.of();

  /**
   * Creates the charts of a history.
   *
   * @param history what is drawn
   * @param export writes the charts as files
   * @param messages the words
   */
  public LossCharts(LossHistory history, ChartExport export, Messages messages) {
    this.history = history;
    this.messages = messages;
    this.hint = new Label(messages.text("chart.hint"));
    this.toolBar = new ChartToolBar(messages);
    hint.getStyleClass().add("chart-hint");
    hint.setMouseTransparent(true);
    grid.getStyleClass().add("loss-charts");
    view.setTop(toolBar.view());
    view.setCenter(grid);
    build(EXPECTED_TERMS);
    toolBar.logarithmic().addListener((property, old, now) -> setLogarithmic(now));
    toolBar.smoothing().addListener((property, old, now) -> redraw());
    toolBar.onShowAll(this::showAll);
    toolBar.onCsv(() -> export.csv(view.getScene().getWindow(), history));
    toolBar.onPng(() -> export.png(view.getScene().getWindow(), grid));
  }

  /**
   * What is shown.
   *
   * @return the same node at each call
   */
  public Node view() {
    return view;
  }

  /** Draws what has come to the history since the last call. */
  public void update() {
    List<String> terms = history.terms();
    if (terms.isEmpty()) {
      redraw();
    } else if (!terms.equals(charts.stream().map(TermChart::term).toList())) {
      build(terms);
      redraw();
    } else {
      charts.forEach(chart -> chart.update(history));
    }
    hint.setVisible(terms.isEmpty());
    toolBar.setHasData(!terms.isEmpty());
  }

  /** Undoes zooming and moving. */
  void showAll() {
    charts.forEach(TermChart::showAll);
  }

  private void redraw() {
    double weight = toolBar.smoothing().get();
    charts.forEach(chart -> chart.restart(history, weight));
  }

  private void setLogarithmic(boolean logarithmic) {
    charts.forEach(chart -> chart.setLogarithmic(logarithmic));
  }

  private void build(List<String> terms) {
    List<TermChart> made = new ArrayList<>();
    terms.forEach(term -> made.add(new TermChart(term, titleOf(term), messages)));
    charts = List.copyOf(made);
    grid.getChildren().clear();
    int parts = Math.max(1, charts.size() - 1);
    grid.add(new StackPane(charts.get(0).view(), hint), 0, 0, 1, parts);
    for (int i = 1; i < charts.size(); i++) {
      grid.add(charts.get(i).view(), 1, i - 1);
    }
    grid.getColumnConstraints().setAll(column(charts.size() > 1 ? 58 : 100), column(42));
    grid.getRowConstraints().setAll(Collections.nCopies(parts, row(100.0 / parts)));
    setLogarithmic(toolBar.logarithmic().get());
  }

  private String titleOf(String term) {
    try {
      return messages.text("chart.term." + term);
    } catch (MissingResourceException unnamed) {
      return term;
    }
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static RowConstraints row(double percent) {
    RowConstraints row = new RowConstraints();
    row.setPercentHeight(percent);
    row.setVgrow(Priority.ALWAYS);
    return row;
  }
}
