package latentlab.ui.classes;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.jspecify.annotations.Nullable;

/** One image, and beside it the same hand in every class. */
final class HandPane extends HBox {

  private static final double SIDE = 84;

  private final ClassesViewModel whole;
  private final HandViewModel viewModel;
  private final Messages messages;
  private final DigitView input = new DigitView();
  private final ComboBox<Integer> label = new ComboBox<>();
  private final MarkedGrid grid;
  private final Label hint = new Label();
  private final InvalidationListener changed = observable -> show();
  private @Nullable ImageBatch shown;
  private boolean showing;

  /** {@code choosing} is set when the user wants to choose an image. */
  HandPane(
      ClassesViewModel whole, MarkColours colours, BooleanProperty choosing, Messages messages) {
    super(16);
    this.whole = whole;
    viewModel = whole.hand();
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    input.setMinSize(SIDE, SIDE);
    input.setPrefSize(SIDE, SIDE);
    input.setMaxSize(SIDE, SIDE);
    input.getStyleClass().add("hand-input");
    input.setAccessibleText(messages.text("classes.hand.input"));
    grid = new MarkedGrid(colours, this::showWritten);
    grid.setId("classes-hand-grid");
    grid.setAccessibleText(messages.text("classes.hand.written"));
    grid.setMarks(this::markOf);
    HBox.setHgrow(grid, Priority.ALWAYS);
    hint.setId("classes-hand-hint");
    hint.getStyleClass().add("text-muted");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(grid, Priority.ALWAYS);
    ToggleButton choose = new ToggleButton(messages.text("classes.hand.choose"));
    choose.setId("classes-hand-choose");
    choose.setTooltip(new Tooltip(messages.text("classes.hand.choose.tip")));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.selectedProperty().bindBidirectional(choosing);
    choose.disableProperty().bind(viewModel.model().isNull());
    HBox line = new HBox(12, choose, hint);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox right = new VBox(4, line, grid);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    getChildren().addAll(new VBox(6, input, labelBox()), right);
    WeakInvalidationListener weak = new WeakInvalidationListener(changed);
    viewModel.model().addListener(weak);
    viewModel.input().addListener(weak);
    viewModel.label().addListener(weak);
    viewModel.origin().addListener(weak);
    viewModel.written().addListener(weak);
    viewModel.searching().addListener(weak);
    viewModel.verdicts().addListener(weak);
    whole.marks().addListener(weak);
    show();
  }

  private ComboBox<Integer> labelBox() {
    label.setId("classes-hand-label");
    label.setPrefWidth(SIDE);
    label.setMaxWidth(SIDE);
    label.setTooltip(new Tooltip(messages.text("classes.hand.label.tip")));
    label.setAccessibleText(messages.text("classes.hand.label.tip"));
    label.setConverter(new OneWayConverter<>(this::nameOf));
    label
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null && now != HandViewModel.UNKNOWN) {
                viewModel.chooseLabel(now);
              }
            });
    return label;
  }

  private String nameOf(int number) {
    return number == HandViewModel.UNKNOWN ? "?" : Verdicts.name(number, names());
  }

  private List<String> names() {
    ClassModel model = viewModel.model().get();
    return model == null ? List.of() : model.images().classNames();
  }

  private void show() {
    ImageBatch image = viewModel.input().get();
    showing = true;
    label.getItems().setAll(IntStream.range(0, names().size()).boxed().toList());
    label.setValue(viewModel.label().get());
    label.setDisable(image == null || names().isEmpty());
    showing = false;
    if (image == null) {
      input.clear();
    } else {
      input.show(image, 0);
    }
    hint.setText(hintText(image));
    ImageBatch written = viewModel.written().get();
    grid.setVisible(written != null);
    if (written != null && !written.equals(shown)) {
      shown = written;
      grid.prepare(written.shape(), List.of(), written.count(), true);
      showWritten();
    }
    grid.paint();
  }

  private String hintText(@Nullable ImageBatch image) {
    if (viewModel.model().get() == null) {
      return messages.text("classes.hand.without");
    }
    if (image == null) {
      return messages.text("classes.hand.empty");
    }
    if (viewModel.searching().get()) {
      return messages.text("classes.hand.searching", nameOf(viewModel.label().get()));
    }
    return messages.text(
        "classes.hand." + viewModel.origin().get(), nameOf(viewModel.label().get()));
  }

  private void showWritten() {
    ImageBatch written = shown;
    if (written != null) {
      grid.update(0, written);
    }
  }

  private Optional<Mark> markOf(int cell) {
    if (cell >= names().size()) {
      return Optional.empty();
    }
    String name = names().get(cell);
    List<Verdict> verdicts = viewModel.verdicts().get();
    if (!whole.marks().get() || cell >= verdicts.size()) {
      return Optional.of(new Mark(name, Mark.Kind.PLAIN));
    }
    Mark mark = Verdicts.mark(verdicts.get(cell), cell, names());
    return Optional.of(new Mark(name + "  " + mark.text(), mark.kind()));
  }
}
