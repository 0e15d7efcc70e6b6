package latentlab.ui.interpolation;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** Pictures along the way, a strip for each lane; a click goes there. */
final class LaneStrips extends VBox {

  private static final double HIGHEST = 104;
  private static final double HIGHEST_OF_MANY = 64;

  private final InterpolationViewModel viewModel;
  private final Messages messages;

  LaneStrips(InterpolationViewModel viewModel, Messages messages) {
    super(6);
    this.viewModel = viewModel;
    this.messages = messages;
    setMinHeight(USE_PREF_SIZE);
    viewModel.lanes().addListener((ListChangeListener<PathLane>) change -> showLanes());
    showLanes();
  }

  private void showLanes() {
    List<PathLane> lanes = viewModel.lanes();
    double highest = lanes.size() > 1 ? HIGHEST_OF_MANY : HIGHEST;
    getChildren().setAll(lanes.stream().map(lane -> strip(lane, highest)).toList());
  }

  private VBox strip(PathLane lane, double highest) {
    Label title = new Label(lane.title());
    title.getStyleClass().add("text-bold");
    title.setMinWidth(USE_PREF_SIZE);
    title.setMaxWidth(360);
    Label note = new Label();
    note.getStyleClass().add("text-muted");
    note.textProperty().bind(lane.note());
    note.setMinWidth(0);
    HBox head = new HBox(10, title, note);
    ImageGridView grid = new ImageGridView(GridGeometry.Scaling.FILL, 2);
    grid.setId("interpolation-strip");
    grid.getStyleClass().add("interpolation-strip");
    grid.setAccessibleText(messages.text("interpolation.strip", lane.title()));
    Tooltip.install(grid, new Tooltip(messages.text("interpolation.strip.tip")));
    grid.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.max(
                        24,
                        Math.min(
                            highest,
                            Math.floor(widthProperty().get() / viewModel.pictures().get()))),
                widthProperty(),
                viewModel.pictures()));
    grid.setMinHeight(USE_PREF_SIZE);
    show(grid, lane.strip().get());
    lane.strip().addListener((property, old, now) -> show(grid, now));
    grid.setOnMousePressed(event -> goTo(grid, event));
    grid.setOnMouseDragged(event -> goTo(grid, event));
    VBox.setVgrow(grid, Priority.NEVER);
    return new VBox(2, head, grid);
  }

  private void goTo(ImageGridView grid, MouseEvent event) {
    Rectangle2D area = grid.pictureArea().get();
    int count = viewModel.pictures().get();
    if (area.getWidth() > 0) {
      int picture = (int) Math.floor((event.getX() - area.getMinX()) / area.getWidth() * count);
      viewModel.film().goTo(Math.max(0, Math.min(count - 1, picture)) / (count - 1.0));
    }
  }

  private static void show(ImageGridView grid, @Nullable ImageBatch images) {
    if (images == null) {
      grid.clear();
    } else {
      grid.show(images, images.count());
    }
  }
}
