package latentlab.ui.form;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** The form at the left of a tab: as wide as it is told, and scrolled where it is too long. */
public final class FormSide extends ScrollPane {

  /**
   * Shows a form.
   *
   * @param form as wide as this
   * @param width in the units of the scene
   * @param styleClass of this, for the tab's style sheet
   */
  public FormSide(Node form, double width, String styleClass) {
    super(form);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add(styleClass);
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
  }
}
