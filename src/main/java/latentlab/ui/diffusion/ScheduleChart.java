package latentlab.ui.diffusion;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The schedule: how much of the image and how much noise there is at each step, the noisiest on the
 * left as the way is gone, and where the step shown is.
 */
final class ScheduleChart extends Pane {

  private static final double HEIGHT = 128;
  private static final double LEFT = 34;
  private static final double TOP = 24;
  private static final double BOTTOM = 20;
  private static final double RIGHT = 10;
  private static final int POINTS = 240;

  private final DiffusionViewModel viewModel;
  private final Polyline signal = curve("schedule-signal");
  private final Polyline noise = curve("schedule-noise");
  private final Line marker = line("schedule-marker");
  private final Line across = line("schedule-axis");
  private final Line upwards = line("schedule-axis");
  private final Label signalName;
  private final Label noiseName;
  private final Label one = label("1", "schedule-tick");
  private final Label zero = label("0", "schedule-tick");
  private final List<Label> ticks = new ArrayList<>();

  ScheduleChart(DiffusionViewModel viewModel, Messages messages) {
    this.viewModel = viewModel;
    getStyleClass().add("schedule-chart");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setMinWidth(0);
    signalName = label(messages.text("diffusion.schedule.signal"), "schedule-signal-name");
    noiseName = label(messages.text("diffusion.schedule.noise"), "schedule-noise-name");
    one.setAlignment(Pos.CENTER_RIGHT);
    zero.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(across, upwards, signal, noise, marker, signalName, noiseName, one, zero);
    setAccessibleText(messages.text("diffusion.schedule"));
    viewModel.model().addListener((property, old, now) -> showModel(now));
    viewModel.frame().addListener((property, old, now) -> requestLayout());
    showModel(viewModel.model().get());
  }

  private void showModel(@Nullable DiffusionModel model) {
    getChildren().removeAll(ticks);
    ticks.clear();
    if (model != null) {
      int last = model.schedule().steps();
      for (int i = 0; i <= 4; i++) {
        String text = "t = " + last * (4 - i) / 4;
        ticks.add(label(text, "schedule-tick"));
      }
      getChildren().addAll(ticks);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - LEFT - RIGHT;
    double height = getHeight() - TOP - BOTTOM;
    DiffusionModel model = viewModel.model().get();
    if (model == null || width <= 0) {
      return;
    }
    NoiseSchedule schedule = model.schedule();
    place(across, LEFT, TOP + height, LEFT + width, TOP + height);
    place(upwards, LEFT, TOP, LEFT, TOP + height);
    one.resizeRelocate(0, TOP - 8, LEFT - 6, 16);
    zero.resizeRelocate(0, TOP + height - 8, LEFT - 6, 16);
    signal.getPoints().clear();
    noise.getPoints().clear();
    for (int i = 0; i <= POINTS; i++) {
      int t = Math.round((float) schedule.steps() * (POINTS - i) / POINTS);
      double x = LEFT + width * (schedule.steps() - t) / schedule.steps();
      signal.getPoints().addAll(x, TOP + height * (1 - schedule.signal(t)));
      noise.getPoints().addAll(x, TOP + height * (1 - schedule.noise(t)));
    }
    for (int i = 0; i < ticks.size(); i++) {
      Label tick = ticks.get(i);
      double wide = tick.prefWidth(-1);
      double middle = LEFT + width * i / (ticks.size() - 1);
      double left = Math.max(LEFT, Math.min(LEFT + width - wide, middle - wide / 2));
      tick.resizeRelocate(left, TOP + height + 2, wide, 16);
    }
    signalName.autosize();
    noiseName.autosize();
    noiseName.relocate(LEFT + 4, 2);
    signalName.relocate(LEFT + width - signalName.getWidth() - 4, 2);
    Frame frame = viewModel.frame().get();
    marker.setVisible(frame != null);
    if (frame != null) {
      double x = LEFT + width * (schedule.steps() - frame.t()) / schedule.steps();
      place(marker, x, TOP - 4, x, TOP + height);
    }
  }

  private static void place(Line line, double fromX, double fromY, double toX, double toY) {
    line.setStartX(fromX);
    line.setStartY(fromY);
    line.setEndX(toX);
    line.setEndY(toY);
  }

  private static Polyline curve(String style) {
    Polyline curve = new Polyline();
    curve.getStyleClass().add(style);
    curve.setManaged(false);
    return curve;
  }

  private static Line line(String style) {
    Line line = new Line();
    line.getStyleClass().add(style);
    line.setManaged(false);
    return line;
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
