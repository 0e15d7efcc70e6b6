package latentlab.ui.compare;

import java.io.File;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import latentlab.evaluation.comparison.ComparisonRow;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.evaluation.comparison.Figure;
import latentlab.evaluation.comparison.TableFormat;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The table of measured figures, which sorts by a click on a heading. */
final class FiguresView extends VBox {

  private static final double SPACING = 8;
  private static final double NAME_WIDTH = 150;
  private static final double FIGURE_WIDTH = 128;
  private static final int FEWEST = 100;
  private static final int MOST = 10_000;
  private static final int USUAL = 1_000;

  private final FiguresViewModel viewModel;
  private final Messages messages;
  private final TableView<ComparisonRow> table = new TableView<>();
  private final Spinner<Integer> images = spinner("compare-images");
  private final Spinner<Integer> samples = spinner("compare-samples");

  FiguresView(FiguresViewModel viewModel, Messages messages) {
    super(SPACING);
    this.viewModel = viewModel;
    this.messages = messages;
    Label hint = new Label(messages.text("compare.figures.hint"));
    hint.setWrapText(true);
    table.setPlaceholder(hint);
    table.setId("compare-table");
    table.getStyleClass().addAll("dense", "striped");
    VBox.setVgrow(table, Priority.ALWAYS);
    Label message = new Label();
    message.setId("compare-message");
    message.getStyleClass().add("text-muted");
    message.textProperty().bind(viewModel.message());
    getChildren().addAll(bar(), table, message);
    viewModel.table().addListener((property, old, now) -> show(now));
  }

  private HBox bar() {
    Button measure = new Button(messages.text("compare.measure"));
    measure.setId("compare-measure");
    measure.getStyleClass().add("accent");
    measure.setTooltip(new Tooltip(messages.text("compare.measure.tip")));
    measure.setOnAction(
        event ->
            viewModel.measure(new FigureSource.Amount(images.getValue(), samples.getValue(), 1)));
    measure.disableProperty().bind(viewModel.running());
    Button cancel = new Button(messages.text("compare.cancel"));
    cancel.setOnAction(event -> viewModel.cancel());
    cancel.disableProperty().bind(viewModel.running().not());
    ProgressBar progress = new ProgressBar();
    progress.progressProperty().bind(viewModel.fraction());
    progress.visibleProperty().bind(viewModel.running());
    progress.setPrefWidth(120);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar =
        new HBox(
            SPACING,
            new Label(messages.text("compare.images")),
            images,
            new Label(messages.text("compare.samples")),
            samples,
            measure,
            cancel,
            progress,
            gap,
            export("CSV", TableFormat.CSV, "csv"),
            export("Markdown", TableFormat.MARKDOWN, "md"));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().stream()
        .filter(Label.class::isInstance)
        .forEach(label -> ((Label) label).setMinWidth(USE_PREF_SIZE));
    return bar;
  }

  private static Spinner<Integer> spinner(String id) {
    Spinner<Integer> spinner = new Spinner<>(FEWEST, MOST, USUAL, FEWEST);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(92);
    spinner.setMinWidth(92);
    return spinner;
  }

  private Button export(String title, TableFormat format, String ending) {
    Button button = new Button(title);
    button.setId("compare-export-" + ending);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(messages.text("compare.export.tip", title)));
    button.disableProperty().bind(viewModel.table().isNull());
    button.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(messages.text("compare.export.tip", title));
          chooser.setInitialFileName("models." + ending);
          File chosen = chooser.showSaveDialog(getScene().getWindow());
          if (chosen != null) {
            viewModel.export(format, chosen.toPath());
          }
        });
    return button;
  }

  /** The order that the user has chosen stays while rows come in. */
  private void show(@Nullable ComparisonTable measured) {
    if (measured == null) {
      table.getColumns().clear();
      table.getItems().clear();
      return;
    }
    if (table.getColumns().size() != measured.columns().size() + 1) {
      table.getColumns().clear();
      table.getColumns().add(nameColumn());
      measured.columns().forEach(figure -> table.getColumns().add(figureColumn(figure)));
    }
    table.getItems().setAll(measured.rows());
    table.sort();
  }

  private TableColumn<ComparisonRow, String> nameColumn() {
    TableColumn<ComparisonRow, String> column = new TableColumn<>(messages.text("compare.model"));
    column.setPrefWidth(NAME_WIDTH);
    column.setCellValueFactory(
        cell ->
            new ReadOnlyObjectWrapper<>(
                cell.getValue().name()
                    + cell.getValue().problem().map(problem -> ": " + problem).orElse("")));
    return column;
  }

  private TableColumn<ComparisonRow, ComparisonRow> figureColumn(Figure figure) {
    TableColumn<ComparisonRow, ComparisonRow> column =
        new TableColumn<>(messages.terms().heading(figure));
    column.setPrefWidth(FIGURE_WIDTH);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setComparator(figure.order());
    column.setCellFactory(owner -> new FigureCell(figure));
    return column;
  }

  /** A figure, bold where it is the best of all. */
  private final class FigureCell extends TableCell<ComparisonRow, ComparisonRow> {

    private final Figure figure;

    FigureCell(Figure figure) {
      this.figure = figure;
      setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable ComparisonRow row, boolean empty) {
      super.updateItem(row, empty);
      OptionalDouble value = empty || row == null ? OptionalDouble.empty() : row.figure(figure);
      setText(value.isPresent() ? figure.text(value.getAsDouble()) : "");
      ComparisonTable all = viewModel.table().get();
      OptionalDouble best = all == null ? OptionalDouble.empty() : all.best(figure);
      getStyleClass().remove("best-figure");
      if (value.isPresent() && best.equals(value)) {
        getStyleClass().add("best-figure");
      }
    }
  }
}
