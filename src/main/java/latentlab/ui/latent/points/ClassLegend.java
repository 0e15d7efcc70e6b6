package latentlab.ui.latent.points;

import java.util.stream.IntStream;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import latentlab.ui.picture.ClassPalette;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The colour and the name of each class, with buttons that hide its points. */
public final class ClassLegend extends FlowPane {

  private static final double DOT = 5;

  private final PointsViewModel viewModel;
  private final Messages messages;

  /**
   * A legend of the points.
   *
   * @param viewModel the points
   * @param messages the words
   */
  public ClassLegend(PointsViewModel viewModel, Messages messages) {
    super(4, 4);
    this.viewModel = viewModel;
    this.messages = messages;
    setId("points-legend");
    getStyleClass().add("points-legend");
    setAlignment(Pos.CENTER_LEFT);
    viewModel.cloud().addListener((observable, before, now) -> show(now));
    viewModel.hiddenClasses().addListener((SetChangeListener<Integer>) change -> showHidden());
    show(viewModel.cloud().get());
  }

  private void show(@Nullable PointCloud cloud) {
    getChildren().clear();
    if (cloud != null && cloud.images().isLabelled()) {
      IntStream.range(0, cloud.classNames().size())
          .mapToObj(label -> entry(label, cloud.classNames().get(label)))
          .forEach(getChildren()::add);
      showHidden();
    }
  }

  private ToggleButton entry(int label, String name) {
    Circle dot = new Circle(DOT);
    dot.setStyle("-fx-fill: " + ClassPalette.css(label));
    ToggleButton entry = new ToggleButton(name, dot);
    entry.setId("points-class-" + label);
    entry.setUserData(label);
    entry.getStyleClass().addAll("flat", "legend-entry");
    String help = messages.text("points.legend.tooltip", name);
    entry.setTooltip(new Tooltip(help));
    entry.setAccessibleText(help);
    entry.setOnAction(
        event -> {
          if (entry.isSelected()) {
            viewModel.hiddenClasses().remove(label);
          } else {
            viewModel.hiddenClasses().add(label);
          }
        });
    return entry;
  }

  private void showHidden() {
    getChildren()
        .forEach(
            child -> {
              if (child instanceof ToggleButton entry) {
                boolean hidden = viewModel.hiddenClasses().contains(entry.getUserData());
                entry.setSelected(!hidden);
                entry.setOpacity(hidden ? 0.4 : 1);
              }
            });
  }
}
