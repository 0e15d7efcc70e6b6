package latentlab.ui.training;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/** How far the training is: state, bar, steps, throughput, time left. */
final class RunBar {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final VBox view = new VBox();

  RunBar(TrainingRunViewModel run, Messages messages) {
    Label message = new Label();
    Tooltip wholeMessage = new Tooltip();
    message.getStyleClass().add("run-message");
    message
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    run.message().get().isEmpty()
                        ? messages.text("training.idle")
                        : run.message().get(),
                run.message()));
    run.failure().subscribe(now -> message.pseudoClassStateChanged(FAILED, !now.isEmpty()));
    HBox.setHgrow(message, Priority.ALWAYS);
    message.setMaxWidth(Double.MAX_VALUE);
    message.setMinWidth(60);
    message.setTooltip(wholeMessage);
    wholeMessage.textProperty().bind(message.textProperty());
    Label steps = figure(250);
    Label throughput = figure(110);
    Label timeLeft = figure(90);
    run.statistics()
        .subscribe(
            now -> {
              steps.setText(now.steps());
              throughput.setText(now.throughput());
              timeLeft.setText(now.timeLeft());
            });
    BooleanBinding going = run.failure().isEmpty();
    for (Label figure : List.of(steps, throughput, timeLeft)) {
      // A reason for a failure needs the whole line.
      figure.visibleProperty().bind(going);
      figure.managedProperty().bind(going);
    }
    HBox line = new HBox(message, steps, throughput, timeLeft);
    line.getStyleClass().add("run-figures");
    line.setAlignment(Pos.BASELINE_LEFT);
    ProgressBar bar = new ProgressBar(0);
    bar.progressProperty().bind(run.fraction());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.text("training.title"));
    view.getChildren().setAll(line, bar);
    view.getStyleClass().add("run-bar");
  }

  Node view() {
    return view;
  }

  /** Figures keep their place while they change. */
  private static Label figure(double width) {
    Label figure = new Label();
    figure.getStyleClass().add("run-figure");
    figure.setAlignment(Pos.CENTER_RIGHT);
    figure.setMinWidth(width);
    return figure;
  }
}
