package latentlab.ui.latent.points;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import latentlab.ui.picture.ClassPalette;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;

/** The images whose codes are nearest to the chosen point; a click on one goes there. */
public final class NeighbourStrip extends HBox {

  private static final double PICTURE = 56;

  private final PointsViewModel viewModel;
  private final Messages messages;

  /**
   * A strip of the nearest images.
   *
   * @param viewModel the points
   * @param messages the words
   */
  public NeighbourStrip(PointsViewModel viewModel, Messages messages) {
    super(6);
    this.viewModel = viewModel;
    this.messages = messages;
    setId("points-neighbours");
    setAlignment(Pos.CENTER_LEFT);
    setMinHeight(PICTURE + 8);
    setPrefHeight(PICTURE + 8);
    setMinWidth(0);
    viewModel.neighbours().addListener((observable, before, now) -> show(now));
    show(viewModel.neighbours().get());
  }

  private void show(int[] neighbours) {
    getChildren().clear();
    PointCloud cloud = viewModel.cloud().get();
    if (cloud == null || neighbours.length == 0) {
      return;
    }
    Label title = new Label(messages.text("points.neighbours"));
    title.setTooltip(new Tooltip(messages.text("points.neighbours.tooltip")));
    title.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().add(title);
    for (int index : neighbours) {
      getChildren().add(entry(cloud, index));
    }
  }

  private Button entry(PointCloud cloud, int index) {
    DigitView picture = new DigitView();
    picture.setMinSize(PICTURE, PICTURE);
    picture.setPrefSize(PICTURE, PICTURE);
    picture.setMaxSize(PICTURE, PICTURE);
    picture.setStyle("-fx-border-width: 0");
    picture.show(cloud.images().batch(index), 0);
    Button entry = new Button(null, picture);
    entry.getStyleClass().addAll("flat", "neighbour");
    entry.setStyle("-fx-border-color: " + ClassPalette.css(cloud.label(index)));
    String help = messages.text("points.neighbour.tooltip", index, cloud.className(index));
    entry.setTooltip(new Tooltip(help));
    entry.setAccessibleText(help);
    entry.setOnAction(event -> viewModel.choose(index));
    return entry;
  }
}
