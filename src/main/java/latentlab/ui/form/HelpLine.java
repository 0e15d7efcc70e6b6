package latentlab.ui.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One line of help at the foot of a tab, in whose place a problem is told: so nothing moves. */
public final class HelpLine extends Label {

  /**
   * Shows the help as long as there is no problem.
   *
   * @param id of the node
   * @param problem in one line; empty for none
   * @param help what is shown otherwise
   */
  public HelpLine(String id, ObservableValue<String> problem, String help) {
    setId(id);
    getStyleClass().add("text-muted");
    setMinHeight(Region.USE_PREF_SIZE);
    textProperty().bind(problem.map(told -> told.isEmpty() ? help : told));
  }
}
