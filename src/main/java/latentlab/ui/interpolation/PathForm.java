package latentlab.ui.interpolation;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.models.CodePath;
import latentlab.ui.form.FormRows;
import latentlab.ui.input.ImageInput;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;

/** The anchor that is edited, the way and the attribute. */
final class PathForm extends VBox {

  private static final double NAME_WIDTH = 72;
  private static final double PAD_SIDE = 168;

  private final InterpolationViewModel viewModel;
  private final Messages messages;
  private final FormRows rows;
  private final TextField seed = new TextField();
  private final ComboBox<Integer> label = new ComboBox<>();
  private final Region labelRow;
  private final Label heading = new Label();
  private boolean showing;

  PathForm(InterpolationViewModel viewModel, Messages messages) {
    super(6);
    this.viewModel = viewModel;
    this.messages = messages;
    rows = new FormRows("interpolation", NAME_WIDTH, messages);
    getStyleClass().add("path-form");
    heading.getStyleClass().add("text-bold");
    label.setConverter(new OneWayConverter<>(this::className));
    labelRow = rows.row("label", label);
    label
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                viewModel.chooseLabel(now);
              }
            });
    getChildren()
        .addAll(
            heading,
            new ImageInput(viewModel.input(), PAD_SIDE, messages),
            seedRow(),
            labelRow,
            new Separator(),
            wayRow(),
            picturesRow(),
            new AttributeForm(viewModel, rows, messages));
    viewModel.selected().addListener((property, old, now) -> showAnchor());
    viewModel.anchors().addListener((ListChangeListener<Anchor>) change -> showAnchor());
    viewModel.input().classNames().addListener((property, old, now) -> showAnchor());
    showAnchor();
  }

  private void showAnchor() {
    int index = Math.min(viewModel.selected().get(), viewModel.anchors().size() - 1);
    Anchor anchor = viewModel.anchors().get(index);
    showing = true;
    heading.setText(messages.text("interpolation.anchor", index + 1));
    seed.setText(anchor.isRandom() ? Long.toString(anchor.seed()) : "");
    boolean conditional =
        viewModel.lanes().stream()
            .map(lane -> lane.space().get())
            .anyMatch(space -> space != null && space.conditional());
    labelRow.setVisible(conditional);
    labelRow.setManaged(conditional);
    List<Integer> classes =
        IntStream.range(0, viewModel.input().classNames().get().size()).boxed().toList();
    if (!label.getItems().equals(classes)) {
      label.getItems().setAll(classes);
    }
    label.setValue(anchor.label());
    showing = false;
  }

  private String className(int index) {
    List<String> names = viewModel.input().classNames().get();
    return index < names.size() ? names.get(index) : Integer.toString(index);
  }

  private Node seedRow() {
    seed.setPromptText(messages.text("interpolation.seed.none"));
    seed.setOnAction(event -> sample(0));
    seed.setPrefColumnCount(5);
    Button next = rows.button("sample", () -> sample(1));
    HBox row = rows.row("seed", seed);
    row.getChildren().add(next);
    return row;
  }

  /** Takes the seed that was typed, or the next one; the first one where there is none. */
  private void sample(int further) {
    try {
      viewModel.sample(
          seed.getText().isBlank() ? 1 : Long.parseLong(seed.getText().strip()) + further);
    } catch (NumberFormatException notWhole) {
      showAnchor();
    }
  }

  private Node wayRow() {
    ComboBox<CodePath> way = new ComboBox<>();
    way.getItems().setAll(CodePath.values());
    way.setConverter(new OneWayConverter<>(kind -> messages.text("interpolation.way." + kind)));
    way.setValue(viewModel.way().get());
    way.valueProperty().addListener((property, old, now) -> viewModel.chooseWay(now));
    viewModel.way().addListener((property, old, now) -> way.setValue(now));
    return rows.row("way", way);
  }

  private Node picturesRow() {
    Slider pictures =
        new Slider(
            InterpolationViewModel.FEWEST_PICTURES,
            InterpolationViewModel.MOST_PICTURES,
            viewModel.pictures().get());
    pictures.setBlockIncrement(1);
    pictures
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              int count = (int) Math.round(now.doubleValue());
              if (count != viewModel.pictures().get()) {
                viewModel.choosePictures(count);
              }
            });
    viewModel
        .pictures()
        .addListener(
            (property, old, now) -> {
              if (Math.round(pictures.getValue()) != now.intValue()) {
                pictures.setValue(now.intValue());
              }
            });
    return rows.row("pictures", pictures, "%.0f");
  }
}
