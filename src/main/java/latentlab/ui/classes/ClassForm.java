package latentlab.ui.classes;

import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.random.Seed;
import latentlab.ui.form.FormRows;
import latentlab.ui.form.SeedField;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** What is wanted: classes, how many, seed, and what the models let one choose besides. */
final class ClassForm extends VBox {

  private static final double NAME_WIDTH = 92;
  private static final double LARGEST_GUIDANCE = 6;
  private static final long SEEDS = 1_000_000;

  private final ClassesViewModel viewModel;
  private final Messages messages;
  private final Spinner<Integer> count = new Spinner<>(1, ClassChoices.MOST_IMAGES, 10);
  private final SeedField seed;
  private final FormRows rows;
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
    rows = new FormRows("classes", NAME_WIDTH, messages);
    seed = new SeedField(typed -> viewModel.choose(now -> now.withSeed(typed)));
    temperatureRow = rows.row("temperature", temperature, "%.2f");
    guidanceRow = rows.row("guidance", guidance, "%.1f");
    stepsRow = rows.row("steps", steps);
    CheckBox marks = new CheckBox(messages.text("classes.marks"));
    marks.setId("classes-marks");
    marks.setTooltip(new Tooltip(messages.text("classes.marks.tip")));
    marks.selectedProperty().bindBidirectional(viewModel.marks());
    getChildren()
        .addAll(
            new ClassButtons(viewModel, messages),
            rows.row("count", count),
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
    FormRows.makeTypable(spinner);
    spinner
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                action.accept(now);
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
      seed.show(choices.seed());
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
    HBox row = rows.row("seed", seed);
    row.getChildren()
        .addAll(
            rows.iconButton(
                "seed.next",
                Feather.CHEVRON_RIGHT,
                () -> viewModel.choose(now -> now.withSeed(now.seed() + 1))),
            rows.iconButton(
                "seed.dice",
                Feather.SHUFFLE,
                () -> viewModel.choose(now -> now.withSeed(dice.nextLong(SEEDS)))));
    return row;
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
}
