package latentlab.ui.classes;

import javafx.beans.InvalidationListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/** A box to tick for each model of the shelf that can draw the same beside the explored one. */
final class ModelChoice extends VBox {

  private static final double SPACING = 4;

  private final ModelsBeside beside;
  private final VBox boxes = new VBox(SPACING);

  ModelChoice(ModelsBeside beside, Messages messages) {
    super(SPACING);
    this.beside = beside;
    Label title = new Label(messages.text("classes.beside"));
    title.setTooltip(new Tooltip(messages.text("classes.beside.tip")));
    getChildren().addAll(title, boxes);
    beside.offered().addListener((InvalidationListener) observable -> offer());
    beside.chosen().addListener((property, before, now) -> tick());
    offer();
  }

  private void offer() {
    boxes.getChildren().setAll(beside.offered().stream().map(this::box).toList());
    setVisible(!beside.offered().isEmpty());
    tick();
  }

  private CheckBox box(ClassModel model) {
    CheckBox box = new CheckBox(model.title());
    box.setId("classes-beside-" + model.id());
    box.setUserData(model.id());
    box.setTooltip(new Tooltip(model.title()));
    box.setWrapText(true);
    box.setOnAction(event -> beside.choose(model.id(), box.isSelected()));
    return box;
  }

  private void tick() {
    boxes.getChildren().stream()
        .map(CheckBox.class::cast)
        .forEach(box -> box.setSelected(beside.chosen().get().contains(box.getUserData())));
  }
}
