package latentlab.ui.training;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.data.ImageBatch;
import latentlab.data.image.InterleavedRows;
import latentlab.training.TrainingEvent.EpochGrid;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.GridKind;
import latentlab.training.TrainingEvent.PairKind;
import latentlab.training.TrainingEvent.SamplesSurveyed;
import latentlab.training.watch.SampleSurvey;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** What the model makes of fixed inputs after an epoch, and a bar that goes through the epochs. */
final class EpochPicturesView {

  /** Nats; below, a dimension has collapsed (Burda et al. 2016 use a like threshold). */
  private static final double USED = 0.01;

  /** Of an equal share; below, a class is hardly there. */
  private static final double PART_OF_EQUAL_SHARE = 0.5;

  private final Messages messages;
  private static final double BESIDE = 14;
  private static final Insets BARS_UNDER_HEADING = new Insets(0, 6, 0, 6);

  private final ImageGridView reconstructions;
  private final ImageGridView grid;
  private final Label pairsHeading;
  private final Label gridHeading;
  private final Label hint;
  private final DivergenceBars divergenceBars = new DivergenceBars();
  private final Label divergenceHeading = heading("");
  private final BorderPane divergencePane = titled(divergenceHeading, divergenceBars);
  private final ClassCoverageChart coverage = new ClassCoverageChart();
  private final Label coverageHeading = heading("");
  private final BorderPane coveragePane = titled(coverageHeading, coverage);
  private final BorderPane reconstructionPane;
  private final StackPane view;

  EpochPicturesView(Node replayBar, Messages messages) {
    this.messages = messages;
    reconstructions = new ImageGridView(GridGeometry.Scaling.FILL, 1);
    grid = new ImageGridView(GridGeometry.Scaling.FILL, 1);
    hint = new Label(messages.text("pictures.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("chart-hint");
    GridPane columns = new GridPane();
    columns.getStyleClass().add("epoch-pictures");
    gridHeading = heading(gridTitle(GridKind.LATENT_PLANE));
    gridHeading.setId("pictures-grid-heading");
    pairsHeading = heading(pairsTitle(PairKind.RECONSTRUCTIONS));
    reconstructionPane = titled(pairsHeading, reconstructions);
    HBox figures = new HBox(BESIDE, coveragePane, divergencePane);
    HBox.setHgrow(coveragePane, Priority.ALWAYS);
    HBox.setHgrow(divergencePane, Priority.ALWAYS);
    VBox left = new VBox(reconstructionPane, figures);
    VBox.setVgrow(reconstructionPane, Priority.ALWAYS);
    VBox.setVgrow(figures, Priority.SOMETIMES);
    showCoverage(List.of());
    columns.add(left, 0, 0);
    BorderPane.setMargin(coverage, BARS_UNDER_HEADING);
    BorderPane.setMargin(divergenceBars, BARS_UNDER_HEADING);
    columns.add(titled(gridHeading, grid), 1, 0);
    columns.getColumnConstraints().setAll(share(60), share(40));
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    columns.getRowConstraints().setAll(row);
    BorderPane all = new BorderPane(columns);
    all.setBottom(replayBar);
    view = new StackPane(all, hint);
    StackPane.setAlignment(hint, Pos.CENTER);
  }

  Node view() {
    return view;
  }

  void show(@Nullable EpochPictures pictures) {
    hint.setVisible(pictures == null);
    if (pictures == null) {
      reconstructions.clear();
      grid.clear();
      showDivergence(List.of());
      return;
    }
    setShown(reconstructionPane, pictures.reconstructions().isPresent());
    pictures
        .originals()
        .ifPresent(
            originals -> pictures.reconstructions().ifPresent(made -> showPairs(originals, made)));
    pairsHeading.setText(pairsTitle(pictures.pairs()));
    pictures.grid().ifPresent(this::showGrid);
    showDivergence(pictures.divergence());
  }

  private void showDivergence(List<Double> divergence) {
    setShown(divergencePane, !divergence.isEmpty());
    long used = divergence.stream().filter(nats -> nats > USED).count();
    String text = messages.text("pictures.divergence", used, divergence.size());
    divergenceHeading.setText(text);
    divergenceBars.setAccessibleText(text);
    divergenceBars.show(divergence);
  }

  /** Shows which classes are among the samples, and how that was after each epoch. */
  void showCoverage(List<SamplesSurveyed> surveys) {
    boolean there =
        !surveys.isEmpty() && !surveys.get(surveys.size() - 1).survey().classShares().isEmpty();
    setShown(coveragePane, there);
    coverage.show(there ? surveys : List.of());
    if (there) {
      SampleSurvey last = surveys.get(surveys.size() - 1).survey();
      int classes = last.classShares().size();
      String text =
          messages.text(
              "pictures.coverage", last.classesWith(PART_OF_EQUAL_SHARE / classes), classes);
      coverageHeading.setText(text);
      coverage.setAccessibleText(text);
    }
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void showGrid(EpochGrid made) {
    gridHeading.setText(gridTitle(made.kind()));
    grid.show(made.images(), made.columns());
  }

  private String gridTitle(GridKind kind) {
    return messages.text("pictures.grid." + kind);
  }

  private String pairsTitle(PairKind kind) {
    return messages.text("pictures." + kind);
  }

  private void showPairs(ImageBatch originals, ImageBatch made) {
    int columns = InterleavedRows.columnsFor(originals.count());
    reconstructions.show(InterleavedRows.of(originals, made, columns), columns);
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("chart-heading");
    heading.setMinWidth(0);
    return heading;
  }

  private static BorderPane titled(Label heading, Node content) {
    BorderPane pane = new BorderPane(content);
    pane.setTop(heading);
    return pane;
  }

  private static ColumnConstraints share(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }
}
