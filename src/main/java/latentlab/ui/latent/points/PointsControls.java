package latentlab.ui.latent.points;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many points are shown and where they lie, and how far the work on them has come. */
public final class PointsControls extends HBox {

  private static final double PROGRESS_WIDTH = 90;
  private static final List<Integer> COUNTS = List.of(1_000, 2_000, 5_000, 10_000);

  private final PointsViewModel viewModel;
  private final Messages messages;
  private final ComboBox<PointsLayout> layout = new ComboBox<>();
  private final ComboBox<Integer> count = new ComboBox<>();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button();
  private final Label status = new Label();

  /**
   * Controls of the points.
   *
   * @param viewModel the points
   * @param resetView shows all points again
   * @param messages the words
   */
  public PointsControls(PointsViewModel viewModel, Runnable resetView, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    prepareLayout();
    prepareCount();
    prepareProgress();
    getChildren()
        .addAll(
            layout,
            count,
            thumbnails(),
            button("reset-view", Feather.MAXIMIZE, resetView),
            button("refresh", Feather.REFRESH_CW, viewModel::refresh),
            bar,
            cancel,
            status);
    InvalidationListener changed = observable -> showState();
    viewModel.state().addListener(changed);
    viewModel.stage().addListener(changed);
    viewModel.progress().addListener(changed);
    viewModel.kept().addListener(changed);
    viewModel.cloud().addListener(changed);
    viewModel.problem().addListener(changed);
    showState();
  }

  private void prepareLayout() {
    layout.setId("points-layout");
    layout.getItems().setAll(PointsLayout.values());
    layout.setConverter(
        new OneWayConverter<>(choice -> messages.text("points.layout." + choice.name())));
    layout.setValue(viewModel.layout().get());
    describe(layout, layout::setTooltip, "points.layout.tooltip");
    layout.setMinWidth(Region.USE_PREF_SIZE);
    layout.setOnAction(event -> viewModel.layOut(layout.getValue()));
    viewModel.layout().addListener((observable, before, now) -> layout.setValue(now));
  }

  private void prepareCount() {
    count.setId("points-count");
    count.getItems().setAll(COUNTS);
    count.setConverter(new OneWayConverter<>(images -> messages.text("points.count", images)));
    count.setValue(viewModel.count().get());
    describe(count, count::setTooltip, "points.count.tooltip");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.setOnAction(event -> viewModel.setCount(count.getValue()));
  }

  private void prepareProgress() {
    bar.setId("points-progress");
    bar.setPrefWidth(PROGRESS_WIDTH);
    bar.setMinWidth(PROGRESS_WIDTH / 2);
    bar.setAccessibleText(messages.text("points.progress"));
    cancel.setId("points-cancel");
    cancel.setGraphic(new FontIcon(Feather.X));
    cancel.getStyleClass().addAll("flat", "button-icon");
    describe(cancel, cancel::setTooltip, "points.cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> viewModel.cancel());
    status.setId("points-status");
    status.getStyleClass().add("text-muted");
    status.setMinWidth(0);
    HBox.setHgrow(status, Priority.ALWAYS);
  }

  private ToggleButton thumbnails() {
    ToggleButton button = new ToggleButton();
    button.setId("points-thumbnails");
    button.setGraphic(new FontIcon(Feather.IMAGE));
    button.getStyleClass().add("button-icon");
    button.setMinWidth(Region.USE_PREF_SIZE);
    describe(button, button::setTooltip, "points.thumbnails");
    button.selectedProperty().bindBidirectional(viewModel.thumbnails());
    return button;
  }

  private Button button(String key, Feather icon, Runnable action) {
    Button button = new Button();
    button.setId("points-" + key);
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setMinWidth(Region.USE_PREF_SIZE);
    describe(button, button::setTooltip, "points." + key);
    button.setOnAction(event -> action.run());
    return button;
  }

  private void describe(Node control, Consumer<Tooltip> tooltip, String key) {
    tooltip.accept(new Tooltip(messages.text(key)));
    control.setAccessibleText(messages.text(key));
  }

  private void showState() {
    boolean working = viewModel.state().get() == PointsViewModel.State.WORKING;
    for (Node node : List.of(bar, cancel)) {
      node.setVisible(working);
      node.setManaged(working);
    }
    bar.setProgress(viewModel.progress().get());
    String text = statusText(working);
    status.setText(text);
    String help = help(text);
    status.setTooltip(help.isEmpty() ? null : new Tooltip(help));
  }

  /** What the status means, or all of it where it may be cut off. */
  private String help(String text) {
    double kept = viewModel.kept().get();
    return Double.isNaN(kept) || !viewModel.problem().get().isEmpty()
        ? text
        : messages.text("points.kept.tooltip", Math.round(100 * kept));
  }

  private String statusText(boolean working) {
    PointCloud cloud = viewModel.cloud().get();
    if (!viewModel.problem().get().isEmpty()) {
      return viewModel.problem().get();
    }
    if (working && !viewModel.stage().get().isEmpty()) {
      return viewModel.stage().get();
    }
    if (cloud == null) {
      return "";
    }
    double kept = viewModel.kept().get();
    return Double.isNaN(kept)
        ? messages.text(
            cloud.named() ? "points.status" : "points.status.other", cloud.count(), cloud.dataset())
        : messages.text("points.kept", Math.round(100 * kept));
  }
}
