package latentlab.ui.training.chart;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.MissingResourceException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
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
 * A chart for each term of the loss: the total large, its parts beside it; the curves of all
 * visible runs lie over each other. Nothing moves when the first values arrive. For the JavaFX
 * thread.
 */
public final class LossCharts {

  /** More charts in one column would be too low to be read. */
  private static final int MOST_ROWS = 3;

  private static final int MOST_ROWS_OF_TWO = 4;

  private static final List<String> EXPECTED_TERMS =
      List.of(LossHistory.TOTAL, "reconstruction", "kl");

  private final LossRuns runs;
  private final Messages messages;
  private final BorderPane view = new BorderPane();
  private final GridPane grid = new GridPane();
  private final BorderPane picture = new BorderPane(grid);
  private final RunLegend legend = new RunLegend();
  private final ChartReader reader;
  private final Label hint;
  private final ChartToolBar toolBar;
  private final RunsPanel panel;
  private boolean openedBefore;
  private boolean updateAwaited;
  private List<TermChart> charts = List.of();
  private boolean settled = true;

  /**
   * Creates the charts of some runs.
   *
   * @param runs what is drawn
   * @param export writes the charts as files
   * @param opener the button that opens stored trainings, below the list of runs
   * @param explorer is given the folder of a stored training whose model is to be explored
   * @param messages the words
   */
  public LossCharts(
      LossRuns runs, ChartExport export, Node opener, Consumer<Path> explorer, Messages messages) {
    this.runs = runs;
    this.messages = messages;
    this.reader = new ChartReader(messages);
    this.hint = new Label(messages.text("chart.hint"));
    this.toolBar = new ChartToolBar(messages);
    this.panel = new RunsPanel(runs, opener, explorer, messages);
    hint.getStyleClass().add("chart-hint");
    hint.setMouseTransparent(true);
    grid.getStyleClass().add("loss-charts");
    picture.setBottom(legend.view());
    picture.getStyleClass().add("loss-picture");
    view.setTop(toolBar.view());
    view.setCenter(new StackPane(picture, reader.layer()));
    build(EXPECTED_TERMS);
    view.sceneProperty().addListener((property, old, now) -> awaitLayout());
    toolBar.runsOpen().addListener((property, old, open) -> showPanel(open));
    runs.earlier().addListener((ListChangeListener<LossRun>) change -> countRuns());
    countRuns();
    runs.selection().addListener((property, old, now) -> update());
    toolBar.logarithmic().addListener((property, old, now) -> setLogarithmic(now));
    toolBar.smoothing().addListener((property, old, now) -> update());
    toolBar.onShowAll(this::showAll);
    toolBar.onCsv(() -> export.csv(view.getScene().getWindow(), runs.visible()));
    toolBar.onPng(() -> export.png(view.getScene().getWindow(), picture));
  }

  /**
   * What is shown.
   *
   * @return the same node at each call
   */
  public Node view() {
    return view;
  }

  /** Draws what has come to the histories since the last call. */
  public void update() {
    if (!settled) {
      return;
    }
    List<String> terms = runs.terms();
    if (isDrawn(termsOr(terms))) {
      double weight = toolBar.smoothing().get();
      charts.forEach(chart -> chart.update(weight));
      reader.refresh();
    } else {
      build(termsOr(terms));
    }
    legend.show(runs.visible());
    hint.setVisible(terms.isEmpty());
    toolBar.setHasData(!terms.isEmpty());
  }

  /** Undoes zooming and moving. */
  void showAll() {
    charts.forEach(TermChart::showAll);
  }

  private void showPanel(boolean open) {
    openedBefore = true;
    view.setRight(open ? panel.view() : null);
  }

  /** The list opens by itself when there is a second run for the first time. */
  private void countRuns() {
    int others = runs.earlier().size();
    toolBar.setRuns(messages.text("chart.runs", others));
    if (others > 0 && !openedBefore) {
      toolBar.runsOpen().set(true);
    }
  }

  /** Axes change while a chart is laid out, when its data cannot. */
  private void updateSoon() {
    if (!updateAwaited) {
      updateAwaited = true;
      Platform.runLater(
          () -> {
            updateAwaited = false;
            update();
          });
    }
  }

  private static List<String> termsOr(List<String> terms) {
    return terms.isEmpty() ? EXPECTED_TERMS : terms;
  }

  private boolean isDrawn(List<String> terms) {
    return terms.equals(charts.stream().map(TermChart::term).toList())
        && charts.get(0).draws(runs.drawn(), runs.axis().get());
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
              Platform.runLater(LossCharts.this::update);
            }
          });
      Platform.requestNextPulse();
    }
  }

  private void setLogarithmic(boolean logarithmic) {
    charts.forEach(chart -> chart.setLogarithmic(logarithmic));
  }

  private void build(List<String> terms) {
    List<TermChart> before = charts;
    List<LossRun> drawn = runs.drawn();
    charts = terms.stream().map(term -> chart(term, drawn)).toList();
    reader.follow(charts);
    for (TermChart chart : charts) {
      chart.update(toolBar.smoothing().get());
      before.stream().filter(old -> old.term().equals(chart.term())).forEach(chart::zoomAs);
    }
    grid.getChildren().clear();
    place();
    awaitLayout();
    setLogarithmic(toolBar.logarithmic().get());
  }

  private TermChart chart(String term, List<LossRun> drawn) {
    RunAxis axis = runs.axis().get();
    List<TermCurves> curves = drawn.stream().map(run -> new TermCurves(run, term, axis)).toList();
    return new TermChart(term, titleOf(term), curves, axis, reader, this::updateSoon, messages);
  }

  /** The total to the left, its parts beside it, in more columns if one would be too crowded. */
  private void place() {
    int parts = charts.size() - 1;
    int columns = parts > 2 * MOST_ROWS_OF_TWO ? 3 : parts > MOST_ROWS ? 2 : 1;
    int rows = Math.max(1, (parts + columns - 1) / columns);
    grid.add(new StackPane(charts.get(0).view(), hint), 0, 0, 1, rows);
    for (int i = 0; i < parts; i++) {
      grid.add(charts.get(i + 1).view(), 1 + i % columns, i / columns);
    }
    double total = parts == 0 ? 100 : columns == 1 ? 58 : columns == 2 ? 40 : 31;
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
