package latentlab.ui.training;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import latentlab.training.watch.TrainingWarning;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What goes wrong in a training, a line for each problem, with what can be done. */
final class WarningsView {

  private final VBox view = new VBox();

  WarningsView() {
    view.setId("training-warnings");
    view.getStyleClass().add("training-warnings");
    show(Set.of());
  }

  Node view() {
    return view;
  }

  void show(Set<TrainingWarning> warnings) {
    view.getChildren().setAll(warnings.stream().map(WarningsView::line).toList());
    view.setVisible(!warnings.isEmpty());
    view.setManaged(!warnings.isEmpty());
  }

  private static Node line(TrainingWarning warning) {
    String text = warning.problem() + " " + warning.remedy();
    Label line = new Label(text, new FontIcon(Feather.ALERT_TRIANGLE));
    line.getStyleClass().add("training-warning");
    line.setWrapText(true);
    return line;
  }
}
