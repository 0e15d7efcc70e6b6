package latentlab.ui.window;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.DirectoryChooser;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Names the explored model in the head of the window, and offers others. */
final class ModelMenu {

  private static final double WIDTH = 640;

  private final ModelOpening opening;
  private final Messages messages;
  private final MenuButton button = new MenuButton();

  ModelMenu(ModelOpening opening, Messages messages) {
    this.opening = opening;
    this.messages = messages;
    button.setId("model-menu");
    button.setGraphic(new FontIcon(Feather.BOX));
    button.getStyleClass().addAll("flat", "head-model");
    button.setMaxWidth(WIDTH);
    button.setTooltip(new Tooltip(messages.text("window.model.tip")));
    opening.session().model().addListener((property, old, now) -> showTitle());
    opening.session().trained().addListener((property, old, now) -> showItems());
    opening.shelf().models().addListener((ListChangeListener<ShelvedModel>) change -> showItems());
    showTitle();
    showItems();
  }

  Node view() {
    return button;
  }

  private void showTitle() {
    button.setText(
        opening
            .session()
            .current()
            .map(ExploredModel::title)
            .orElseGet(() -> messages.text("window.model.none")));
  }

  private void showItems() {
    List<MenuItem> items = new ArrayList<>();
    for (ShelvedModel model : opening.shelf().models()) {
      items.add(item("model-" + model.id(), model.title(), () -> opening.explore(model)));
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    ExploredModel trained = opening.session().trained().get();
    if (trained != null) {
      items.add(item("model-trained", trained.title(), opening::exploreTrained));
    }
    items.add(item("model-open", messages.text("window.model.open"), this::chooseFolder));
    button.getItems().setAll(items);
  }

  private static MenuItem item(String id, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("window.model.open.title"));
    File chosen = chooser.showDialog(button.getScene().getWindow());
    if (chosen != null) {
      opening.openFolder(chosen.toPath());
    }
  }
}
