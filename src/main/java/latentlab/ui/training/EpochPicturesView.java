package latentlab.ui.training;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import latentlab.data.ImageBatch;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** What the model makes of fixed inputs after the last epoch. */
final class EpochPicturesView {

  private final ImageGridView reconstructions;
  private final ImageGridView latentGrid;
  private final Label hint;
  private final StackPane view;

  EpochPicturesView(Messages messages) {
    reconstructions = new ImageGridView(GridGeometry.Scaling.WHOLE_NUMBERS, 1);
    latentGrid = new ImageGridView(GridGeometry.Scaling.FILL, 1);
    hint = new Label(messages.text("pictures.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("chart-hint");
    GridPane columns = new GridPane();
    columns.getStyleClass().add("epoch-pictures");
    columns.add(titled(messages.text("pictures.reconstructions"), reconstructions), 0, 0);
    columns.add(titled(messages.text("pictures.grid"), latentGrid), 1, 0);
    columns.getColumnConstraints().setAll(share(60), share(40));
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    columns.getRowConstraints().setAll(row);
    view = new StackPane(columns, hint);
    StackPane.setAlignment(hint, Pos.CENTER);
  }

  Node view() {
    return view;
  }

  void show(@Nullable EpochPictures pictures) {
    hint.setVisible(pictures == null);
    if (pictures == null) {
      reconstructions.clear();
      latentGrid.clear();
      return;
    }
    pictures
        .originals()
        .ifPresent(
            originals -> pictures.reconstructions().ifPresent(made -> showPairs(originals, made)));
    pictures
        .latentGrid()
        .ifPresent(
            grid -> latentGrid.show(grid, Math.max(1, (int) Math.round(Math.sqrt(grid.count())))));
  }

  private void showPairs(ImageBatch originals, ImageBatch made) {
    int columns = InterleavedRows.columnsFor(originals.count());
    reconstructions.show(InterleavedRows.of(originals, made, columns), columns);
  }

  private static Node titled(String title, Node content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("chart-heading");
    heading.setMinWidth(0);
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
