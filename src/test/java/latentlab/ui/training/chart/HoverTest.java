package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fair_acc.chartfx.Chart;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
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
class HoverTest {

  private LossRuns runs;
  private LossCharts charts;
  private Scene scene;

  @Start
  void open(Stage stage) {
    runs = new LossRuns(SyntheticEvents.history(2, 100));
    ChartExport export = new ChartExport(Runnable::run, Runnable::run, line -> {}, Messages.load());
    charts = new LossCharts(runs, export, new Region(), folder -> {}, Messages.load());
    charts.update();
    scene = new Scene((Parent) charts.view(), 1000, 600);
    stage.setScene(scene);
    stage.show();
  }

  @BeforeEach
  void waitUntilTheChartIsDrawn() {
    WaitForAsyncUtils.waitForFxEvents(8);
  }

  @Test
  void showsTheExactValuesUnderTheMouseBesideTheLine(FxRobot robot) {
    robot.moveTo(canvas(0));
    WaitForAsyncUtils.waitForFxEvents(4);

    Node card = card();
    assertThat(card.isVisible()).isTrue();
    int step = stepRead(card);
    assertThat(step).isBetween(60, 140);
    double exact = runs.present().get().history().training("total").value(step - 1);
    assertThat(texts(card)).contains(TickLabels.exact(exact));
    Bounds line = crosshair().localToScene(crosshair().getBoundsInLocal());
    Bounds readout = card.localToScene(card.getBoundsInLocal());
    assertThat(readout.getMinX() > line.getMaxX() || readout.getMaxX() < line.getMinX()).isTrue();
  }

  @Test
  void hidesTheValuesWhenTheMouseLeaves(FxRobot robot) {
    robot.moveTo(canvas(0));
    robot.moveTo(scene.getRoot().lookup(".chart-tool-bar"));
    WaitForAsyncUtils.waitForFxEvents(4);

    assertThat(card().isVisible()).isFalse();
  }

  @Test
  void readsByKeysFromEndToEnd(FxRobot robot) {
    robot.interact(() -> scene.getRoot().lookup(".term-chart").requestFocus());
    robot.type(KeyCode.END);
    assertThat(stepRead(card())).isEqualTo(200);
    robot.type(KeyCode.PAGE_UP);
    assertThat(stepRead(card())).isEqualTo(100);
    robot.type(KeyCode.LEFT);
    assertThat(stepRead(card())).isEqualTo(99);
    robot.type(KeyCode.HOME);
    assertThat(stepRead(card())).isEqualTo(1);
    robot.type(KeyCode.ESCAPE);

    assertThat(card().isVisible()).isFalse();
  }

  @Test
  void readsEveryVisibleRun(FxRobot robot) {
    robot.interact(
        () -> {
          runs.begin("second", "");
          runs.present().get().history().addTraining("total", 100, 1.25);
          charts.update();
        });
    WaitForAsyncUtils.waitForFxEvents(8);
    robot.interact(() -> scene.getRoot().lookup(".term-chart").requestFocus());
    robot.type(KeyCode.END);

    assertThat(texts(card())).contains("second", "1.25");
    LossRun before = runs.earlier().get(0);
    double value = before.history().training("total").value(99);
    assertThat(texts(card())).contains(TickLabels.exact(value));
  }

  private Node card() {
    return Objects.requireNonNull(scene.getRoot().lookup("#chart-readout"));
  }

  private Node crosshair() {
    return scene.getRoot().lookupAll(".crosshair").stream()
        .max(Comparator.comparingDouble(node -> node.getBoundsInParent().getHeight()))
        .orElseThrow();
  }

  private Node canvas(int chart) {
    List<Node> all = List.copyOf(scene.getRoot().lookupAll(".chart"));
    return ((Chart) all.get(chart)).getCanvas();
  }

  private static int stepRead(Node card) {
    String heading =
        card.lookupAll(".readout-heading").stream()
            .map(node -> ((Label) node).getText())
            .collect(Collectors.joining());
    return Integer.parseInt(heading.replaceAll("Step ([0-9]+), epoch [0-9]+", "$1"));
  }

  private static List<String> texts(Node card) {
    return card.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
  }
}
