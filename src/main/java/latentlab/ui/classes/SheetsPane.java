package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.ui.text.Messages;

/** The sheets of all models beside each other. */
final class SheetsPane extends HBox {

  private static final double SPACING = 16;

  private final ClassesViewModel viewModel;
  private final MarkColours colours;
  private final Messages messages;

  SheetsPane(ClassesViewModel viewModel, MarkColours colours, Messages messages) {
    super(SPACING);
    this.viewModel = viewModel;
    this.colours = colours;
    this.messages = messages;
    setMinSize(0, 0);
    viewModel.sheets().addListener((InvalidationListener) observable -> show());
    show();
  }

  /** Views of sheets that stay are kept. */
  private void show() {
    List<SheetView> before =
        getChildren().stream()
            .filter(SheetView.class::isInstance)
            .map(SheetView.class::cast)
            .toList();
    List<SheetView> now = new ArrayList<>();
    for (Sheet sheet : viewModel.sheets()) {
      now.add(
          before.stream()
              .filter(view -> view.sheet() == sheet)
              .findFirst()
              .orElseGet(() -> view(sheet)));
    }
    getChildren().setAll(now);
  }

  private SheetView view(Sheet sheet) {
    SheetView view =
        new SheetView(
            sheet,
            viewModel.marks(),
            colours,
            (row, index) -> viewModel.keepHand(sheet, row, index),
            messages);
    view.setPrefWidth(1);
    HBox.setHgrow(view, Priority.ALWAYS);
    return view;
  }
}
