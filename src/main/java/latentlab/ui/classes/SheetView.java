package latentlab.ui.classes;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The images of one model with their marks: a row for each class, a column for each code. */
final class SheetView extends VBox {

  private final Sheet sheet;
  private final BooleanProperty marksShown;
  private final Messages messages;
  private final MarkedGrid grid;
  private final Label agreement = new Label();
  private final Label under = new Label();

  /** Held here, as the sheet does not hold it. */
  private final InvalidationListener changed = observable -> show();

  private @Nullable SheetContent shown;
  private int partsShown;

  /** {@code chosen} is given the row and the place of an image that is clicked. */
  SheetView(
      Sheet sheet,
      BooleanProperty marksShown,
      MarkColours colours,
      BiConsumer<Integer, Integer> chosen,
      Messages messages) {
    super(4);
    this.sheet = sheet;
    this.marksShown = marksShown;
    this.messages = messages;
    setMinSize(0, 0);
    Label title = new Label(sheet.model().title());
    title.getStyleClass().add("sheet-title");
    title.setTooltip(new Tooltip(sheet.model().title()));
    grid = new MarkedGrid(colours, this::showAgain);
    grid.getStyleClass().add("sheet-grid");
    grid.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    grid.setMarks(this::markOf);
    grid.onHover(this::tellUnder);
    grid.onClick(cell -> chosen.accept(grid.cells().group(cell), grid.cells().index(cell)));
    VBox.setVgrow(grid, Priority.ALWAYS);
    agreement.getStyleClass().add("sheet-agreement");
    under.getStyleClass().add("text-muted");
    for (Label line : List.of(agreement, under)) {
      line.setMinHeight(Region.USE_PREF_SIZE);
    }
    under.setMinWidth(0);
    agreement.setMinWidth(0);
    HBox foot = new HBox(16, agreement, under);
    getChildren().addAll(title, grid, foot);
    WeakInvalidationListener weak = new WeakInvalidationListener(changed);
    sheet.content().addListener(weak);
    sheet.pictures().addListener(weak);
    sheet.judged().addListener(weak);
    sheet.running().addListener(weak);
    marksShown.addListener(weak);
    show();
  }

  Sheet sheet() {
    return sheet;
  }

  private void show() {
    SheetContent content = sheet.content().get();
    if (content == null) {
      return;
    }
    if (content != shown) {
      shown = content;
      partsShown = 0;
    }
    List<String> names =
        content.choices().labels().stream()
            .map(label -> sheet.model().images().classNames().get(label))
            .toList();
    grid.prepare(content.shape(), names, content.choices().count(), marksShown.get());
    showParts(content);
    tell(content);
    grid.setAccessibleText(
        messages.text("classes.sheet.accessible", sheet.model().title(), String.join(", ", names)));
  }

  /** The places have changed. */
  private void showAgain() {
    partsShown = 0;
    SheetContent content = shown;
    if (content != null) {
      showParts(content);
    }
  }

  private void showParts(SheetContent content) {
    for (; partsShown < content.arrived().size(); partsShown++) {
      SheetContent.Arrived some = content.arrived().get(partsShown);
      grid.update(grid.cells().cell(some.part().row(), some.part().from()), some.images());
    }
  }

  private void tell(SheetContent content) {
    SheetContent.Agreement found = content.agreement();
    boolean finished = !sheet.running().get() && sheet.judged().get() >= sheet.pictures().get();
    if (!marksShown.get()) {
      agreement.setText("");
    } else if (found.judged() > 0) {
      agreement.setText(
          messages.text(
              "classes.agreement",
              found.agreeing(),
              found.judged(),
              String.format("%.0f", 100.0 * found.agreeing() / found.judged())));
    } else if (!finished || sheet.pictures().get() > 0) {
      agreement.setText(messages.text("classes.agreement.none"));
    }
  }

  private Optional<Mark> markOf(int cell) {
    SheetContent content = shown;
    CellLayout cells = grid.cells();
    if (content == null
        || !marksShown.get()
        || cells.group(cell) >= content.rows()
        || cells.index(cell) >= content.choices().count()) {
      return Optional.empty();
    }
    int asked = content.label(cells.group(cell));
    return content
        .verdict(cells.group(cell), cells.index(cell))
        .map(verdict -> Verdicts.mark(verdict, asked, sheet.model().images().classNames()));
  }

  private void tellUnder(int cell) {
    SheetContent content = shown;
    if (content == null || cell < 0 || grid.cells().group(cell) >= content.rows()) {
      under.setText("");
      return;
    }
    int row = grid.cells().group(cell);
    int index = grid.cells().index(cell);
    List<String> names = sheet.model().images().classNames();
    String asked = names.get(content.label(row));
    under.setText(
        content
            .verdict(row, index)
            .map(
                verdict ->
                    messages.text(
                        "classes.under.judged",
                        asked,
                        index + 1,
                        Verdicts.name(verdict.label(), names),
                        String.format("%.1f", 100 * verdict.probability())))
            .orElseGet(() -> messages.text("classes.under", asked, index + 1)));
  }
}
