package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import latentlab.data.ImageBatch;
import latentlab.models.denoising.Trajectory;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** x_t, the predicted noise and the predicted x_0 beside each other; after a branch both ends. */
final class StepPictures extends GridPane {

  private static final double GAP = 12;

  private final Messages messages;
  private final ImageGridView noisy = grid();
  private final ImageGridView noise = grid();
  private final ImageGridView image = grid();
  private final ImageGridView before = grid();
  private final Label noisyHeading = heading();
  private final Label noiseHeading = heading();
  private final BorderPane beforePane;

  StepPictures(DiffusionViewModel viewModel, Messages messages) {
    this.messages = messages;
    setHgap(GAP);
    getStyleClass().add("step-pictures");
    beforePane = pane(labelled("diffusion.before"), before, "diffusion-before");
    beforePane.setVisible(false);
    beforePane.setManaged(false);
    addRow(
        0,
        pane(noisyHeading, noisy, "diffusion-noisy"),
        pane(noiseHeading, noise, "diffusion-noise"),
        pane(labelled("diffusion.image"), image, "diffusion-image"),
        beforePane);
    RowConstraints row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    getRowConstraints().setAll(row);
    showColumns(false);
    viewModel.frame().addListener((property, old, now) -> show(now));
    viewModel.compared().addListener((property, old, now) -> compare(now));
    show(null);
  }

  private void show(@Nullable Frame frame) {
    noisyHeading.setText(
        frame == null
            ? messages.text("diffusion.noisy")
            : messages.text("diffusion.noisy.at", frame.t()));
    noiseHeading.setText(
        messages.text(
            frame != null && frame.noise().isEmpty() ? "diffusion.noise.none" : "diffusion.noise"));
    if (frame == null) {
      List.of(noisy, noise, image).forEach(ImageGridView::clear);
      return;
    }
    show(noisy, Optional.of(frame.noisy()));
    show(noise, frame.noise());
    show(image, Optional.of(frame.image()));
  }

  private static void show(ImageGridView view, Optional<ImageBatch> images) {
    images.ifPresentOrElse(batch -> view.show(batch, columnsFor(batch.count())), view::clear);
  }

  private void compare(@Nullable Trajectory parent) {
    beforePane.setVisible(parent != null);
    beforePane.setManaged(parent != null);
    showColumns(parent != null);
    show(before, Optional.ofNullable(parent).map(Trajectory::result));
  }

  private void showColumns(boolean four) {
    int count = four ? 4 : 3;
    getColumnConstraints().clear();
    for (int i = 0; i < count; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / count);
      getColumnConstraints().add(column);
    }
  }

  private static int columnsFor(int images) {
    return (int) Math.ceil(Math.sqrt(images));
  }

  private static ImageGridView grid() {
    return new ImageGridView(GridGeometry.Scaling.FILL, 2);
  }

  private Label labelled(String key) {
    Label label = heading();
    label.setText(messages.text(key));
    return label;
  }

  private static Label heading() {
    Label heading = new Label();
    heading.getStyleClass().add("chart-heading");
    heading.setMinWidth(0);
    return heading;
  }

  private static BorderPane pane(Label heading, ImageGridView grid, String id) {
    grid.setId(id);
    grid.setMinSize(0, 0);
    heading.setLabelFor(grid);
    BorderPane pane = new BorderPane(grid);
    pane.setTop(heading);
    return pane;
  }
}
