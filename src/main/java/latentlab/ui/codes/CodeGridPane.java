package latentlab.ui.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;

/** A button for each cell of the grid, with the number and the colour of its code. */
final class CodeGridPane extends Region {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass SWAPPED = PseudoClass.getPseudoClass("swapped");
  private static final double GAP = 2;

  private final CodesViewModel viewModel;
  private final Messages messages;
  private final IntConsumer chosen;
  private final List<Button> cells = new ArrayList<>();
  private final ReadOnlyIntegerWrapper under = new ReadOnlyIntegerWrapper(CodesViewModel.NONE);
  private int rows = 1;
  private int columns = 1;

  CodeGridPane(CodesViewModel viewModel, IntConsumer chosen, Messages messages) {
    this.viewModel = viewModel;
    this.chosen = chosen;
    this.messages = messages;
    setId("codes-grid");
    setMinSize(0, 0);
    viewModel.model().addListener((property, old, now) -> build());
    viewModel.codes().addListener((property, old, now) -> show());
    viewModel.cell().addListener((property, old, now) -> show());
    build();
  }

  /** The cell under the pointer or with the keyboard's focus, or {@link CodesViewModel#NONE}. */
  ReadOnlyIntegerProperty under() {
    return under.getReadOnlyProperty();
  }

  private void build() {
    CodeModel model = viewModel.model().get();
    cells.clear();
    if (model != null) {
      rows = model.rows();
      columns = model.columns();
      for (int place = 0; place < model.cells(); place++) {
        cells.add(button(place));
      }
    }
    getChildren().setAll(cells);
    under.set(CodesViewModel.NONE);
    show();
  }

  private Button button(int place) {
    Button button = new Button();
    button.setId("codes-cell-" + place);
    button.getStyleClass().add("code-cell");
    button.setMinSize(0, 0);
    button.setOnAction(event -> chosen.accept(place));
    button.hoverProperty().addListener((property, old, now) -> point(place, now));
    button.focusedProperty().addListener((property, old, now) -> point(place, now));
    return button;
  }

  private void point(int place, boolean at) {
    if (at) {
      under.set(place);
    } else if (under.get() == place) {
      under.set(CodesViewModel.NONE);
    }
  }

  private void show() {
    int[] codes = viewModel.codes().get();
    for (int place = 0; place < cells.size(); place++) {
      Button cell = cells.get(place);
      boolean known = codes != null && codes.length == cells.size();
      cell.setDisable(!known);
      cell.pseudoClassStateChanged(CHOSEN, viewModel.cell().get() == place);
      cell.pseudoClassStateChanged(SWAPPED, viewModel.isSwapped(place));
      if (codes != null && known) {
        cell.setText(Integer.toString(codes[place]));
        cell.setStyle("-fx-background-color: " + CodeColours.web(codes[place]));
        cell.setAccessibleText(
            messages.text("codes.cell", place / columns + 1, place % columns + 1, codes[place]));
      } else {
        cell.setText("");
        cell.setStyle("");
      }
    }
  }

  @Override
  protected void layoutChildren() {
    double side = Math.min(getWidth(), getHeight());
    double left = (getWidth() - side) / 2;
    double top = (getHeight() - side) / 2;
    for (int place = 0; place < cells.size(); place++) {
      double x = snapPositionX(left + place % columns * side / columns);
      double y = snapPositionY(top + Math.floorDiv(place, columns) * side / rows);
      cells.get(place).resizeRelocate(x, y, side / columns - GAP, side / rows - GAP);
    }
  }
}
