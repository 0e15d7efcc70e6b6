package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** A row for each dimension of the explored space. */
final class DimensionList extends ScrollPane {

  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final VBox content = new VBox(4);
  private final List<DimensionRow> rows = new ArrayList<>();

  DimensionList(LatentSpaceViewModel viewModel, Messages messages) {
    this.messages = messages;
    this.viewModel = viewModel;
    getStyleClass().addAll("edge-to-edge", "dimension-list");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinHeight(90);
    setFocusTraversable(false);
    content.getStyleClass().add("dimension-rows");
    setContent(content);
    viewModel.space().addListener((observable, before, now) -> makeRows(now));
    viewModel.chosen().addListener((observable, before, now) -> show(now));
    viewModel
        .plane()
        .addListener((observable, before, now) -> rows.forEach(row -> row.showPlane(now)));
    makeRows(viewModel.space().get());
    skinProperty().addListener((observable, before, now) -> paintWhatChanges());
  }

  /** The skin keeps a picture of all rows, which each move of a slider would make anew. */
  private void paintWhatChanges() {
    Node viewport = lookup(".viewport");
    if (viewport != null) {
      viewport.setCache(false);
    }
  }

  /** A point of another size belongs to a space whose rows are still to be made. */
  private void show(LatentPoint point) {
    if (point.size() == rows.size()) {
      rows.forEach(row -> row.show(point));
    }
  }

  private void makeRows(@Nullable ExploredSpace space) {
    rows.clear();
    if (space != null) {
      for (int dimension = 0; dimension < space.size(); dimension++) {
        rows.add(new DimensionRow(viewModel, dimension, space.extent(), messages));
      }
    }
    content.getChildren().setAll(rows);
  }
}
