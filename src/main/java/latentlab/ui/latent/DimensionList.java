package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/** A row for each dimension of the explored space, or for each of its principal directions. */
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
    viewModel.space().addListener((observable, before, now) -> makeRows());
    viewModel.sliders().axes().addListener((observable, before, now) -> showAxes(before, now));
    viewModel.chosen().addListener((observable, before, now) -> show(now));
    viewModel
        .plane()
        .addListener((observable, before, now) -> rows.forEach(row -> row.showPlane(now)));
    makeRows();
    skinProperty().addListener((observable, before, now) -> paintWhatChanges());
  }

  /** The skin keeps a picture of all rows, which each move of a slider would make anew. */
  private void paintWhatChanges() {
    Node viewport = lookup(".viewport");
    if (viewport != null) {
      viewport.setCache(false);
    }
  }

  /** Directions of a model that learns change while the rows stay. */
  private void showAxes(SliderAxes before, SliderAxes now) {
    if (now.hasFormOf(before) && now.size() == rows.size()) {
      show(viewModel.chosen().get());
    } else {
      makeRows();
    }
  }

  /** A point of another size belongs to a space whose rows are still to be made. */
  private void show(LatentPoint point) {
    if (point.size() == rows.size()) {
      rows.forEach(row -> row.show(point));
    }
  }

  private void makeRows() {
    rows.clear();
    int sliders = viewModel.sliders().axes().get().size();
    if (viewModel.space().get() != null && viewModel.chosen().get().size() == sliders) {
      for (int slider = 0; slider < sliders; slider++) {
        rows.add(new DimensionRow(viewModel, slider, messages));
      }
    }
    content.getChildren().setAll(rows);
  }
}
