package latentlab.ui.input;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.random.Seed;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A pad on which the image is drawn and shown, with buttons for test images and files; files can be
 * dropped anywhere on it. About 60 units wider and 150 higher than the pad. For the JavaFX thread.
 */
public final class ImageInput extends VBox {

  private static final double GAP = 6;
  private static final double THINNEST = 1.5;
  private static final double THICKEST = 6;

  private final ImageInputViewModel viewModel;
  private final Messages messages;
  private final DrawingPad pad;
  private final ComboBox<Integer> classes = new ComboBox<>();
  private final TextField number = new TextField();
  private boolean showing;
  private long randomSeed;

  /**
   * A view of an input.
   *
   * @param viewModel what it shows and changes
   * @param side width and height of the pad, in units of layout; 140 or more
   * @param messages the words
   */
  public ImageInput(ImageInputViewModel viewModel, double side, Messages messages) {
    super(GAP);
    this.viewModel = viewModel;
    this.messages = messages;
    getStyleClass().add("image-input");
    pad = new DrawingPad(surface(), side, messages.text("input.pad"));
    Tooltip.install(pad, new Tooltip(messages.text("input.pad.tip")));
    HBox top = new HBox(GAP, pad, tools());
    getChildren().addAll(top, thicknessRow(), exampleRow(), classRow(), problem());
    viewModel.drawing().addListener((property, old, now) -> pad.drawOn(surface()));
    viewModel.image().addListener((property, old, now) -> pad.refresh());
    viewModel.classNames().addListener((property, old, now) -> showClasses());
    viewModel.classFilter().addListener((property, old, now) -> showClass());
    viewModel.exampleNumber().addListener((property, old, now) -> showNumber());
    showClasses();
    showNumber();
    setOnDragOver(this::dragOver);
    setOnDragDropped(this::drop);
  }

  /** Strokes go through the view-model, which tells others of the new image. */
  private DrawingSurface surface() {
    return new DrawingSurface() {
      @Override
      public ImageShape shape() {
        return viewModel.drawing().get().shape();
      }

      @Override
      public void draw(Stroke stroke) {
        viewModel.draw(stroke);
      }

      @Override
      public ImageBatch picture() {
        return viewModel.drawing().get().picture();
      }
    };
  }

  private Node tools() {
    Button clear = icon("clear", Feather.TRASH_2, viewModel::clear);
    clear.disableProperty().bind(viewModel.image().isNull());
    Button open = icon("open", Feather.FOLDER, this::chooseFile);
    Button random = icon("random", Feather.SHUFFLE, this::random);
    return new VBox(GAP, open, random, clear);
  }

  private Node thicknessRow() {
    Slider thickness = new Slider(THINNEST, THICKEST, pad.thickness().get());
    thickness.setId("input-thickness");
    thickness.setPrefWidth(90);
    thickness.setTooltip(new Tooltip(messages.text("input.thickness.tip")));
    thickness.setAccessibleText(messages.text("input.thickness.tip"));
    pad.thickness().bind(thickness.valueProperty());
    CheckBox centring = new CheckBox(messages.text("input.centre"));
    centring.setId("input-centre");
    centring.setMinWidth(Region.USE_PREF_SIZE);
    centring.setTooltip(new Tooltip(messages.text("input.centre.tip")));
    centring.selectedProperty().bindBidirectional(viewModel.centring());
    HBox.setHgrow(thickness, Priority.ALWAYS);
    HBox row = new HBox(GAP, new FontIcon(Feather.EDIT_2), thickness, centring);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node exampleRow() {
    Button previous = icon("previous", Feather.CHEVRON_LEFT, viewModel::previous);
    Button next = icon("next", Feather.CHEVRON_RIGHT, viewModel::next);
    number.setId("input-number");
    number.setPrefColumnCount(4);
    number.setPromptText(messages.text("input.number.none"));
    number.setTooltip(new Tooltip(messages.text("input.number.tip")));
    number.setAccessibleText(messages.text("input.number.tip"));
    number.setOnAction(event -> takeNumber());
    number
        .focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (!focused) {
                showNumber();
              }
            });
    HBox.setHgrow(number, Priority.ALWAYS);
    HBox row = new HBox(GAP, label("input.example", number), previous, number, next);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node classRow() {
    classes.setId("input-class");
    classes.setTooltip(new Tooltip(messages.text("input.class.tip")));
    classes.setAccessibleText(messages.text("input.class.tip"));
    classes.setConverter(new OneWayConverter<>(this::className));
    classes.setMaxWidth(Double.MAX_VALUE);
    classes
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                viewModel.chooseClass(now);
              }
            });
    HBox.setHgrow(classes, Priority.ALWAYS);
    HBox row = new HBox(GAP, label("input.class", classes), classes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Label label(String key, Node of) {
    Label label = new Label(messages.text(key));
    label.setLabelFor(of);
    label.setMinWidth(72);
    return label;
  }

  /** Its place is kept, so that nothing moves when something goes wrong. */
  private Node problem() {
    Label problem = new Label();
    problem.setId("input-problem");
    problem.getStyleClass().addAll("text-small", "text-muted");
    problem.setWrapText(true);
    problem.setMinHeight(34);
    problem.setMaxHeight(34);
    problem.setAlignment(Pos.TOP_LEFT);
    problem
        .textProperty()
        .bind(
            viewModel
                .problem()
                .flatMap(
                    line ->
                        viewModel
                            .busy()
                            .map(
                                busy ->
                                    busy
                                        ? messages.text("input.busy")
                                        : line.isEmpty() ? messages.text("input.hint") : line)));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(problem.textProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(500);
    problem.setTooltip(whole);
    return problem;
  }

  private Button icon(String key, Ikon ikon, Runnable action) {
    Button button = new Button("", new FontIcon(ikon));
    button.setId("input-" + key);
    button.getStyleClass().addAll("button-icon", "flat");
    button.setTooltip(new Tooltip(messages.text("input." + key + ".tip")));
    button.setAccessibleText(messages.text("input." + key + ".tip"));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void random() {
    randomSeed++;
    viewModel.random(new Seed(randomSeed));
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("input.open.title"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages.text("input.open.kind"), "*.png", "*.jpg", "*.jpeg", "*.PNG", "*.JPG"));
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      viewModel.open(chosen.toPath());
    }
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void drop(DragEvent event) {
    List<Path> files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
    if (!files.isEmpty()) {
      viewModel.open(files.get(0));
      event.setDropCompleted(true);
      event.consume();
    }
  }

  private void takeNumber() {
    try {
      viewModel.chooseExample(Integer.parseInt(number.getText().strip()));
    } catch (NumberFormatException notWhole) {
      showNumber();
    }
  }

  private void showNumber() {
    int shown = viewModel.exampleNumber().get();
    number.setText(shown == ImageInputViewModel.NO_EXAMPLE ? "" : Integer.toString(shown));
  }

  private void showClasses() {
    showing = true;
    int count = viewModel.classNames().get().size();
    classes
        .getItems()
        .setAll(IntStream.range(ImageInputViewModel.ANY_CLASS, count).boxed().toList());
    classes.setDisable(count == 0);
    showing = false;
    showClass();
  }

  private void showClass() {
    showing = true;
    classes.setValue(viewModel.classFilter().get());
    showing = false;
  }

  private String className(int label) {
    List<String> names = viewModel.classNames().get();
    return label < 0 || label >= names.size() ? messages.text("input.class.any") : names.get(label);
  }
}
