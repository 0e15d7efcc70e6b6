package latentlab.ui.training.chart;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** Which curve is which, below the charts; only where there is more than one run. */
final class RunLegend {

  private static final double WIDEST_ITEM = 270;

  private final FlowPane view = new FlowPane();
  private List<LossRun> shown = List.of();

  RunLegend() {
    view.setId("run-legend");
    view.getStyleClass().add("run-legend");
    view.setVisible(false);
    view.setManaged(false);
  }

  Node view() {
    return view;
  }

  void show(List<LossRun> runs) {
    if (runs.equals(shown)) {
      return;
    }
    shown = runs;
    boolean several = runs.size() > 1;
    view.getChildren().setAll(several ? runs.stream().map(RunLegend::item).toList() : List.of());
    view.setVisible(several);
    view.setManaged(several);
  }

  private static Node item(LossRun run) {
    String text = run.details().isEmpty() ? run.name() : run.name() + ": " + run.details();
    Label item = new Label(text, RunSwatch.of(run));
    item.setMaxWidth(WIDEST_ITEM);
    return item;
  }
}
