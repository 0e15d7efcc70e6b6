package latentlab.ui.classes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;

/** The models of the shelf that can draw the same beside the explored one. */
final class ModelChoice extends VBox {

  private final ClassesViewModel viewModel;
  private final ObservableList<ClassModel> offered;
  private final Set<String> chosen = new HashSet<>();

  ModelChoice(ClassesViewModel viewModel, ObservableList<ClassModel> offered, Messages messages) {
    super(4);
    this.viewModel = viewModel;
    this.offered = offered;
    Label title = new Label(messages.text("classes.beside"));
    title.setTooltip(new Tooltip(messages.text("classes.beside.tip")));
    VBox boxes = new VBox(4);
    getChildren().addAll(title, boxes);
    InvalidationListener changed = observable -> show(boxes);
    offered.addListener(changed);
    viewModel.model().addListener(changed);
    show(boxes);
  }

  private void show(VBox boxes) {
    ClassModel explored = viewModel.model().get();
    List<ClassModel> others =
        offered.stream()
            .filter(model -> explored == null || !model.title().equals(explored.title()))
            .toList();
    boxes.getChildren().setAll(others.stream().map(this::box).toList());
    setVisible(!others.isEmpty());
    if (explored != null) {
      Set<String> ids = new HashSet<>(others.stream().map(ClassModel::id).toList());
      chosen.stream().filter(id -> !ids.contains(id)).forEach(viewModel::removeBeside);
      others.stream().filter(model -> chosen.contains(model.id())).forEach(viewModel::addBeside);
    }
  }

  private CheckBox box(ClassModel model) {
    CheckBox box = new CheckBox(model.title());
    box.setId("classes-beside-" + model.id());
    box.setTooltip(new Tooltip(model.title()));
    box.setWrapText(true);
    box.setSelected(chosen.contains(model.id()));
    box.selectedProperty()
        .addListener(
            (property, old, now) -> {
              if (now) {
                chosen.add(model.id());
                viewModel.addBeside(model);
              } else {
                chosen.remove(model.id());
                viewModel.removeBeside(model.id());
              }
            });
    return box;
  }
}
