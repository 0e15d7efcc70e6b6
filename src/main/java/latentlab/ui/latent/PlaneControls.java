package latentlab.ui.latent;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.ui.picture.ColourMap;
import latentlab.ui.text.Messages;
import latentlab.ui.text.Numerals;
import latentlab.ui.text.OneWayConverter;
import org.jspecify.annotations.Nullable;

/** What the plane shows and how: its two dimensions, cells, range and colours. */
final class PlaneControls extends FlowPane {

  private static final double SPACING = 10;
  private static final double PICKER_WIDTH = 84;
  private static final int MOST_DIRECTIONS = 10;

  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final ComboBox<Integer> drawnClass = new ComboBox<>();
  private final ComboBox<AxisChoice> across = new ComboBox<>();
  private final ComboBox<AxisChoice> upwards = new ComboBox<>();
  private final Spinner<Integer> cells =
      new Spinner<>(LatentSpaceViewModel.FEWEST_CELLS, LatentSpaceViewModel.MOST_CELLS, 20);
  private final TextField range = new TextField();
  private final ComboBox<ColourMap> colours = new ComboBox<>();
  private @Nullable PlaneBasis principal;
  private boolean showing;

  PlaneControls(LatentSpaceViewModel viewModel, Messages messages) {
    super(SPACING, 8);
    this.messages = messages;
    this.viewModel = viewModel;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("plane-controls");
    prepareClasses();
    prepareDimensions(across, viewModel::showAcross);
    prepareDimensions(upwards, viewModel::showUpwards);
    prepareCells();
    prepareRange();
    prepareColours();
    getChildren()
        .addAll(
            classChoice(),
            labelled("plane.across", across, messages.text("latent.plane.across.tooltip")),
            labelled("plane.upwards", upwards, messages.text("latent.plane.upwards.tooltip")),
            labelled(
                "plane.cells",
                cells,
                messages.text(
                    "latent.plane.cells.tooltip",
                    LatentSpaceViewModel.FEWEST_CELLS,
                    LatentSpaceViewModel.MOST_CELLS)),
            labelled("plane.range", range, messages.text("latent.plane.range.tooltip")),
            labelled("plane.colours", colours, messages.text("latent.plane.colours.tooltip")));
    viewModel.space().addListener((observable, before, now) -> showSpace(now));
    viewModel.plane().addListener((observable, before, now) -> showPlane(now));
    viewModel.chosenClass().addListener((observable, before, now) -> showClass());
    showSpace(viewModel.space().get());
  }

  /** The choice of colours. */
  ComboBox<ColourMap> colours() {
    return colours;
  }

  /** Only there for models that are told the class. */
  private HBox classChoice() {
    HBox choice = labelled("plane.class", drawnClass, messages.text("latent.plane.class.tooltip"));
    choice.visibleProperty().bind(Bindings.isNotEmpty(drawnClass.getItems()));
    choice.managedProperty().bind(choice.visibleProperty());
    return choice;
  }

  private void prepareClasses() {
    drawnClass.setConverter(new OneWayConverter<>(this::className));
    drawnClass
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (!showing && now != null) {
                viewModel.chooseClass(now);
              }
            });
  }

  private String className(int label) {
    ExploredSpace space = viewModel.space().get();
    return space == null || label >= space.classNames().size() ? "" : space.classNames().get(label);
  }

  private void prepareDimensions(ComboBox<AxisChoice> picker, IntConsumer choose) {
    picker.setPrefWidth(PICKER_WIDTH);
    picker.setConverter(new OneWayConverter<>(AxisChoice::name));
    picker
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (!showing && now != null) {
                chooseAxis(now, choose);
              }
            });
  }

  private void chooseAxis(AxisChoice axis, IntConsumer choose) {
    PlaneBasis directions = principal;
    viewModel.useBasis(axis.principal() && directions != null ? directions : PlaneBasis.DIMENSIONS);
    choose.accept(axis.index());
  }

  /** Offers the principal directions of encoded images, or no longer offers them. */
  void offer(@Nullable PrincipalComponents components) {
    boolean before = principal != null;
    principal = components == null ? null : PlaneBasis.of(components);
    if (viewModel.plane().get().basis().isPrincipal()) {
      viewModel.useBasis(principal == null ? PlaneBasis.DIMENSIONS : principal);
    }
    if (before != (principal != null)) {
      showSpace(viewModel.space().get());
    }
  }

  private List<AxisChoice> axes(int size) {
    int directions = principal == null ? 0 : Math.min(MOST_DIRECTIONS, size);
    return IntStream.range(0, size + directions)
        .mapToObj(i -> i < size ? new AxisChoice(false, i) : new AxisChoice(true, i - size))
        .toList();
  }

  private void prepareCells() {
    cells.setEditable(true);
    cells.setPrefWidth(PICKER_WIDTH);
    cells
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (!showing && now != null) {
                viewModel.setCells(now);
              }
            });
  }

  private void prepareRange() {
    range.setPrefColumnCount(5);
    range.getStyleClass().add("coordinate-field");
    range.setAlignment(Pos.CENTER_RIGHT);
    range.setOnAction(event -> takeRange());
    range
        .focusedProperty()
        .addListener(
            (observable, before, focused) -> {
              if (!focused) {
                takeRange();
              }
            });
  }

  private void prepareColours() {
    colours.getItems().setAll(ColourMap.values());
    colours.setConverter(
        new OneWayConverter<>(colour -> messages.text("latent.colours." + colour.name())));
    colours.setValue(ColourMap.GREY);
    colours.setPrefWidth(122);
  }

  private void takeRange() {
    if (!range.getText().equals(rangeText(viewModel.plane().get()))) {
      Numerals.number(range.getText()).ifPresent(viewModel::setRange);
      range.setText(rangeText(viewModel.plane().get()));
    }
  }

  private void showSpace(@Nullable ExploredSpace space) {
    showing = true;
    int size = space == null ? 0 : space.size();
    for (ComboBox<AxisChoice> picker : List.of(across, upwards)) {
      picker.getItems().setAll(axes(size));
      picker.setDisable(size < 2);
    }
    int classes = space == null ? 0 : space.classNames().size();
    drawnClass.getItems().setAll(IntStream.range(0, classes).boxed().toList());
    showing = false;
    showClass();
    showPlane(viewModel.plane().get());
  }

  private void showClass() {
    showing = true;
    drawnClass.setValue(drawnClass.getItems().isEmpty() ? null : viewModel.chosenClass().get());
    showing = false;
  }

  private void showPlane(PlaneGrid plane) {
    showing = true;
    boolean principal = plane.basis().isPrincipal();
    across.setValue(new AxisChoice(principal, plane.horizontal()));
    upwards.setValue(
        plane.vertical() == PlaneGrid.NONE ? null : new AxisChoice(principal, plane.vertical()));
    cells.getValueFactory().setValue(plane.cells());
    range.setText(rangeText(plane));
    showing = false;
  }

  private static String rangeText(PlaneGrid plane) {
    return String.format(Locale.ROOT, "%.3f", plane.range());
  }

  private HBox labelled(String key, Control control, String help) {
    Label label = new Label(messages.text("latent." + key));
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    control.setId(key.replace('.', '-'));
    control.setTooltip(new Tooltip(help));
    control.setAccessibleText(help);
    HBox box = new HBox(6, label, control);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }
}
