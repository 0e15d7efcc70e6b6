package latentlab.ui.training.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.MissingResourceException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
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

  /** More charts in one column would be too low to be read. */
  private static final int MOST_ROWS = 3;

  private static final List<String> EXPECTED_TERMS =
      List.of(LossHistory.TOTAL, "reconstruction", "kl");

  private final LossHistory history;
  private final Messages messages;
  private final BorderPane view = new BorderPane();
  private final GridPane grid = new GridPane();
  private final Label hint;
  private final ChartToolBar toolBar;
  private List<TermChart> charts = List.of();
  private boolean settled = true;

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
    view.sceneProperty().addListener((property, old, now) -> awaitLayout());
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
    if (!settled) {
      return;
    }
    List<String> terms = history.terms();
    if (terms.isEmpty()) {
      redraw();
    } else if (!terms.equals(charts.stream().map(TermChart::term).toList())) {
      build(terms);
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
    if (settled) {
      double weight = toolBar.smoothing().get();
      charts.forEach(chart -> chart.restart(history, weight));
    }
  }

  /**
   * A chart that comes into a scene locks its data until the scene's next layout is over. To change
   * them before would be to wait for that layout on the very thread that makes it.
   */
  private void awaitLayout() {
    Scene scene = view.getScene();
    settled = scene == null;
    if (scene != null) {
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              scene.removePostLayoutPulseListener(this);
              settled = true;
              Platform.runLater(LossCharts.this::catchUp);
            }
          });
      Platform.requestNextPulse();
    }
  }

  /** Draws what came while the charts were settling. */
  private void catchUp() {
    redraw();
    update();
  }

  private void setLogarithmic(boolean logarithmic) {
    charts.forEach(chart -> chart.setLogarithmic(logarithmic));
  }

  private void build(List<String> terms) {
    List<TermChart> made = new ArrayList<>();
    terms.forEach(term -> made.add(new TermChart(term, titleOf(term), messages)));
    charts = List.copyOf(made);
    double weight = toolBar.smoothing().get();
    charts.forEach(chart -> chart.restart(history, weight));
    grid.getChildren().clear();
    place();
    awaitLayout();
    setLogarithmic(toolBar.logarithmic().get());
  }

  /** The total to the left, its parts beside it, in two columns if one would be too crowded. */
  private void place() {
    int parts = charts.size() - 1;
    int columns = parts > MOST_ROWS ? 2 : 1;
    int rows = Math.max(1, (parts + columns - 1) / columns);
    grid.add(new StackPane(charts.get(0).view(), hint), 0, 0, 1, rows);
    for (int i = 0; i < parts; i++) {
      grid.add(charts.get(i + 1).view(), 1 + i % columns, i / columns);
    }
    double total = parts == 0 ? 100 : columns == 1 ? 58 : 40;
    grid.getColumnConstraints().setAll(column(total));
    for (int i = 0; i < columns && parts > 0; i++) {
      grid.getColumnConstraints().add(column((100 - total) / columns));
    }
    grid.getRowConstraints().setAll(Collections.nCopies(rows, row(100.0 / rows)));
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
