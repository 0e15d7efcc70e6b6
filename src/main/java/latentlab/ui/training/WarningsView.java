package latentlab.ui.training;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import latentlab.training.watch.TrainingWarning;
import latentlab.ui.text.Terms;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What goes wrong in a training, a line for each problem, with what can be done. */
final class WarningsView {

  private final Terms terms;
  private final VBox view = new VBox();

  WarningsView(Terms terms) {
    this.terms = terms;
    view.setId("training-warnings");
    view.getStyleClass().add("training-warnings");
    show(Set.of());
  }

  Node view() {
    return view;
  }

  void show(Set<TrainingWarning> warnings) {
    view.getChildren().setAll(warnings.stream().map(this::line).toList());
    view.setVisible(!warnings.isEmpty());
    view.setManaged(!warnings.isEmpty());
  }

  private Node line(TrainingWarning warning) {
    String text = terms.problem(warning) + " " + terms.remedy(warning);
    Label line = new Label(text, new FontIcon(Feather.ALERT_TRIANGLE));
    line.getStyleClass().add("training-warning");
    line.setWrapText(true);
    return line;
  }
}
