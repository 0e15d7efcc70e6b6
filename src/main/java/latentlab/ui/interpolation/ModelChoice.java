package latentlab.ui.interpolation;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;

/** Chooses the models that are shown beneath the explored one. */
final class ModelChoice extends HBox {

  private final InterpolationLink link;
  private final LatentModels latentModels;
  private final Messages messages;
  private final MenuButton menu = new MenuButton();

  ModelChoice(InterpolationLink link, LatentModels latentModels, Messages messages) {
    super(6);
    this.link = link;
    this.latentModels = latentModels;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    Label name = new Label(messages.text("interpolation.beside.label"));
    name.setMinWidth(72);
    name.setLabelFor(menu);
    menu.setText(messages.text("interpolation.beside"));
    menu.setId("interpolation-beside");
    menu.setTooltip(new Tooltip(messages.text("interpolation.beside.tip")));
    menu.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(menu, Priority.ALWAYS);
    menu.setOnShowing(event -> latentModels.look());
    latentModels.models().addListener((ListChangeListener<ShelvedModel>) change -> showModels());
    menu.getItems().setAll(nothing());
    menu.setOnShown(event -> showModels());
    getChildren().addAll(name, menu);
  }

  /** A menu without items would not open. */
  private MenuItem nothing() {
    MenuItem item = new MenuItem(messages.text("interpolation.beside.none"));
    item.setDisable(true);
    return item;
  }

  private void showModels() {
    menu.getItems()
        .setAll(latentModels.models().stream().filter(link::fits).map(this::item).toList());
    if (menu.getItems().isEmpty()) {
      menu.getItems().setAll(nothing());
    }
  }

  private MenuItem item(ShelvedModel model) {
    CheckMenuItem item = new CheckMenuItem(model.title());
    item.setMnemonicParsing(false);
    item.setSelected(link.isShown(model));
    item.setOnAction(
        event -> {
          link.show(model, item.isSelected());
          item.setSelected(link.isShown(model));
        });
    return item;
  }
}
