package latentlab.ui.classes;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.random.Seed;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is wanted: classes, how many, seed, and what the models let one choose besides. */
final class ClassForm extends VBox {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
  private static final double NAME_WIDTH = 92;
  private static final double LARGEST_GUIDANCE = 6;
  private static final long SEEDS = 1_000_000;

  private final ClassesViewModel viewModel;
  private final Messages messages;
  private final Spinner<Integer> count = new Spinner<>(1, ClassChoices.MOST_IMAGES, 10);
  private final TextField seed = new TextField();
  private final Slider temperature = new Slider(0, ClassChoices.GREATEST_TEMPERATURE, 1);
  private final Slider guidance = new Slider(0, LARGEST_GUIDANCE, 1);
  private final Spinner<Integer> steps = new Spinner<>(1, 1_000, 50);
  private final Node temperatureRow;
  private final Node guidanceRow;
  private final Node stepsRow;

  /** Seeds follow each other without a pattern, and any of them can be typed again. */
  private final RandomGenerator dice = new Seed(1).derive("dice").generator();

  private boolean showing;

  ClassForm(ClassesViewModel viewModel, ModelChoice others, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    this.messages = messages;
    temperatureRow = row("temperature", temperature, withValue(temperature, "%.2f"));
    guidanceRow = row("guidance", guidance, withValue(guidance, "%.1f"));
    stepsRow = row("steps", steps, steps);
    CheckBox marks = new CheckBox(messages.text("classes.marks"));
    marks.setId("classes-marks");
    marks.setTooltip(new Tooltip(messages.text("classes.marks.tip")));
    marks.selectedProperty().bindBidirectional(viewModel.marks());
    getChildren()
        .addAll(
            new ClassButtons(viewModel, messages),
            row("count", count, count),
            seedRow(),
            temperatureRow,
            guidanceRow,
            stepsRow,
            marks,
            others,
            progress());
    listen();
    viewModel.choices().addListener((property, old, now) -> show());
    viewModel.sheets().addListener((InvalidationListener) observable -> show());
    show();
  }

  private void listen() {
    onSpin(count, value -> viewModel.choose(now -> now.withCount((int) value)));
    onSpin(steps, value -> viewModel.choose(now -> now.withSteps((int) value)));
    onSlide(temperature, value -> viewModel.choose(now -> now.withTemperature(value)));
    onSlide(guidance, value -> viewModel.choose(now -> now.withGuidance(value)));
  }

  private void onSpin(Spinner<Integer> spinner, DoubleConsumer action) {
    spinner.setEditable(true);
    spinner
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                action.accept(now);
              }
            });
    spinner
        .focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (!focused) {
                spinner.increment(0);
              }
            });
  }

  private void onSlide(Slider slider, DoubleConsumer action) {
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing) {
                // Two digits are shown; so what is shown is what is drawn.
                action.accept(Math.round(now.doubleValue() * 100) / 100.0);
              }
            });
  }

  private void show() {
    ClassChoices choices = viewModel.choices().get();
    ClassControls controls = viewModel.controls();
    showing = true;
    show(temperatureRow, controls.temperature());
    show(guidanceRow, controls.stepwise());
    show(stepsRow, controls.stepwise());
    if (controls.stepwise()) {
      ((IntegerSpinnerValueFactory) steps.getValueFactory()).setMax(controls.mostSteps());
    }
    if (choices != null) {
      count.getValueFactory().setValue(choices.count());
      steps.getValueFactory().setValue(choices.steps());
      show(temperature, choices.temperature());
      show(guidance, choices.guidance());
      seed.setText(Long.toString(choices.seed()));
      seed.pseudoClassStateChanged(INVALID, false);
    }
    showing = false;
  }

  /** A slider that is being dragged keeps the place at which it is. */
  private static void show(Slider slider, double value) {
    if (Math.abs(slider.getValue() - value) > 0.006) {
      slider.setValue(value);
    }
  }

  private static void show(Node row, boolean wanted) {
    row.setVisible(wanted);
    row.setManaged(wanted);
  }

  private Node seedRow() {
    seed.setOnAction(event -> takeSeed());
    seed.focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (!focused) {
                takeSeed();
              }
            });
    seed.setPrefColumnCount(6);
    HBox row = row("seed", seed, seed);
    Button next =
        icon(
            "next",
            Feather.CHEVRON_RIGHT,
            () -> viewModel.choose(now -> now.withSeed(now.seed() + 1)));
    Button random =
        icon(
            "dice",
            Feather.SHUFFLE,
            () -> viewModel.choose(now -> now.withSeed(dice.nextLong(SEEDS))));
    row.getChildren().addAll(next, random);
    return row;
  }

  private void takeSeed() {
    OptionalLong typed = parse(seed.getText());
    seed.pseudoClassStateChanged(INVALID, typed.isEmpty());
    typed.ifPresent(value -> viewModel.choose(now -> now.withSeed(value)));
  }

  private static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException notWhole) {
      return OptionalLong.empty();
    }
  }

  /** Its place is kept, so that nothing moves when images come and go. */
  private Node progress() {
    ProgressBar bar = new ProgressBar(0);
    bar.setId("classes-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(viewModel.progress());
    bar.setAccessibleText(messages.text("classes.progress"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button(messages.text("classes.cancel"));
    cancel.setId("classes-cancel");
    cancel.setTooltip(new Tooltip(messages.text("classes.cancel.tip")));
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setOnAction(event -> viewModel.cancel());
    HBox row = new HBox(8, bar, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(viewModel.running());
    return row;
  }

  private Button icon(String key, Ikon ikon, Runnable action) {
    String help = messages.text("classes.seed." + key + ".tip");
    Button button = new Button("", new FontIcon(ikon));
    button.setId("classes-seed-" + key);
    button.getStyleClass().add("button-icon");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static HBox withValue(Slider slider, String format) {
    Label value = new Label();
    value
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, format, slider.getValue()),
                slider.valueProperty()));
    value.setMinWidth(34);
    value.setAlignment(Pos.CENTER_RIGHT);
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox box = new HBox(6, slider, value);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private HBox row(String key, Control control, Region whole) {
    String help = messages.text("classes." + key + ".tip");
    Label label = new Label(messages.text("classes." + key + ".label"));
    label.setLabelFor(control);
    label.setMinWidth(NAME_WIDTH);
    control.setId("classes-" + key);
    control.setTooltip(new Tooltip(help));
    control.setAccessibleText(help);
    whole.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(whole, Priority.ALWAYS);
    HBox row = new HBox(6, label, whole);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
