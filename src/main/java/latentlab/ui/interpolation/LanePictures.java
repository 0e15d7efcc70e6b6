package latentlab.ui.interpolation;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.DigitView;
import org.jspecify.annotations.Nullable;

/** The large picture of each lane at the position. */
final class LanePictures extends HBox {

  private final InterpolationViewModel viewModel;
  private final InvalidationListener stageChanged = changed -> showLanes();

  LanePictures(InterpolationViewModel viewModel) {
    super(10);
    this.viewModel = viewModel;
    setMinSize(0, 120);
    setPrefHeight(200);
    viewModel
        .lanes()
        .addListener(
            (ListChangeListener<PathLane>)
                change -> {
                  viewModel.lanes().forEach(this::follow);
                  showLanes();
                });
    viewModel.lanes().forEach(this::follow);
    showLanes();
  }

  private void follow(PathLane lane) {
    lane.stage().removeListener(stageChanged);
    lane.stage().addListener(stageChanged);
  }

  private void showLanes() {
    List<PathLane> lanes =
        viewModel.lanes().stream()
            .filter(lane -> lane.stage().get() == PathLane.Stage.READY)
            .toList();
    getChildren().setAll(lanes.stream().map(lane -> pane(lane, lanes.size() > 1)).toList());
  }

  private static BorderPane pane(PathLane lane, boolean named) {
    DigitView picture = new DigitView();
    picture.setId("interpolation-picture");
    picture.setAccessibleText(lane.title());
    show(picture, lane.picture().get());
    lane.picture().addListener((property, old, now) -> show(picture, now));
    BorderPane pane = new BorderPane(picture);
    pane.setMinSize(0, 0);
    pane.setPrefSize(0, 0);
    if (named) {
      Label title = new Label(lane.title());
      title.getStyleClass().add("text-small");
      title.setMinWidth(0);
      pane.setTop(title);
    }
    HBox.setHgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private static void show(DigitView view, @Nullable ImageBatch image) {
    if (image == null) {
      view.clear();
    } else {
      view.show(image, 0);
    }
  }
}
