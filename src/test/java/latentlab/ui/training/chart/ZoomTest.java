package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fair_acc.chartfx.Chart;
import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import latentlab.ui.text.Messages;
import latentlab.ui.training.SyntheticEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // The charts are made on the JavaFX thread before each test.
class ZoomTest {

  private static final int STEPS = 200;

  private LossCharts charts;
  private XYChart total;

  @Start
  void open(Stage stage) {
    LossHistory history = SyntheticEvents.history(2, STEPS / 2);
    ChartExport export = new ChartExport(Runnable::run, Runnable::run, line -> {}, Messages.load());
    charts =
        new LossCharts(new LossRuns(history), export, new Region(), folder -> {}, Messages.load());
    charts.update();
    stage.setScene(new Scene((Parent) charts.view(), 900, 600));
    stage.setWidth(900);
    stage.setHeight(600);
    stage.show();
  }

  @BeforeEach
  void waitUntilTheChartIsDrawn() {
    WaitForAsyncUtils.waitForFxEvents(8);
    total = (XYChart) charts.view().lookup(".chart");
  }

  @Test
  void showsTheWholeTrainingAtFirst() {
    assertThat(x().getMin()).isLessThanOrEqualTo(1);
    assertThat(x().getMax()).isGreaterThanOrEqualTo(STEPS);
  }

  @Test
  void zoomsIntoTheDraggedPartAndShowsAllAgain(FxRobot robot) {
    drag(robot, MouseButton.PRIMARY, at(0.25, 0.3), at(0.5, 0.7));

    assertThat(x().getMin()).isBetween(0.15 * STEPS, 0.35 * STEPS);
    assertThat(x().getMax()).isBetween(0.4 * STEPS, 0.6 * STEPS);

    robot.interact(charts::showAll);
    WaitForAsyncUtils.waitForFxEvents(8);
    showsTheWholeTrainingAtFirst();
  }

  @Test
  void movesWithTheMiddleButton(FxRobot robot) {
    drag(robot, MouseButton.PRIMARY, at(0.25, 0.3), at(0.5, 0.7));
    double before = x().getMin();
    double length = x().getLength() > 0 ? x().getMax() - before : 0;
    drag(robot, MouseButton.MIDDLE, at(0.6, 0.5), at(0.4, 0.5));

    assertThat(x().getMin()).isGreaterThan(before + 0.1 * length);
    assertThat(x().getMax() - x().getMin()).isBetween(0.99 * length, 1.01 * length);
  }

  @Test
  void drawsThePartInDetailAndThenEverythingAgain(FxRobot robot) {
    int all = pointsDrawn();
    drag(robot, MouseButton.PRIMARY, at(0.25, 0.3), at(0.5, 0.7));
    assertThat(pointsDrawn()).isLessThan(all / 2);

    robot.interact(charts::showAll);
    WaitForAsyncUtils.waitForFxEvents(8);
    assertThat(pointsDrawn()).isEqualTo(all);
  }

  private int pointsDrawn() {
    Callable<Integer> count = () -> total.getRenderers().get(0).getDatasets().get(0).getDataCount();
    return WaitForAsyncUtils.waitForAsyncFx(5_000, count);
  }

  private Axis x() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, (Callable<Axis>) total::getXAxis);
  }

  /** A place in the drawing area, by fractions of its width and height. */
  private Point2D at(double fromLeft, double fromTop) {
    Chart chart = total;
    Bounds area = chart.getCanvas().localToScreen(chart.getCanvas().getBoundsInLocal());
    return new Point2D(
        area.getMinX() + fromLeft * area.getWidth(), area.getMinY() + fromTop * area.getHeight());
  }

  private static void drag(FxRobot robot, MouseButton button, Point2D from, Point2D to) {
    robot.moveTo(from).press(button).moveTo(from.midpoint(to)).moveTo(to).release(button);
    WaitForAsyncUtils.waitForFxEvents(8);
  }
}
