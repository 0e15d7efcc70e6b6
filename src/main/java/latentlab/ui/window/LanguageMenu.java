package latentlab.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import latentlab.ui.text.Language;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses the language in which the window starts the next time. */
final class LanguageMenu {

  private final MenuButton button = new MenuButton();
  private final ToggleGroup group = new ToggleGroup();
  private Optional<Language> chosen;

  LanguageMenu(Optional<Language> before, Runnable changed, Messages messages) {
    this.chosen = before;
    String words = messages.text("window.language");
    button.setId("language");
    button.setGraphic(new FontIcon(Feather.GLOBE));
    button.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(language.ownName());
      item.setId("language-" + language);
      item.setToggleGroup(group);
      item.setSelected(language == messages.language());
      item.setOnAction(
          event -> {
            chosen = Optional.of(language);
            changed.run();
          });
      button.getItems().add(item);
    }
  }

  Node view() {
    return button;
  }

  Optional<Language> chosen() {
    return chosen;
  }
}
