package latentlab.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** The colours of the window. */
public enum Theme {
  /** Dark text on light ground. */
  LIGHT,
  /** Light text on dark ground. */
  DARK;

  private static final String STYLES = "/latentlab/ui/window.css";

  /**
   * The opposite colours.
   *
   * @return dark for light and light for dark
   */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /**
   * Shows a scene, and all that is opened from it, in these colours. For the JavaFX thread.
   *
   * @param scene keeps its other styles
   */
  public void applyTo(Scene scene) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    String own = Objects.requireNonNull(Theme.class.getResource(STYLES)).toExternalForm();
    if (!scene.getStylesheets().contains(own)) {
      scene.getStylesheets().add(own);
    }
    scene.getRoot().getStyleClass().removeAll("theme-light", "theme-dark");
    scene.getRoot().getStyleClass().add(this == LIGHT ? "theme-light" : "theme-dark");
  }
}
