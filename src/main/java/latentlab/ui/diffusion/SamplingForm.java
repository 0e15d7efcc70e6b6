package latentlab.ui.diffusion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplerType;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.jspecify.annotations.Nullable;

/** What is wanted: where to begin, class, sampler, steps, guidance, seed; and the buttons. */
final class SamplingForm extends VBox {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
  private static final double NAME_WIDTH = 92;
  private static final double LARGEST_GUIDANCE = 6;
  private static final int ANY = -1;

  private final DiffusionViewModel viewModel;
  private final InpaintingPad pad;
  private final Messages messages;
  private final ComboBox<StartingPoint> start = new ComboBox<>();
  private final ComboBox<Integer> first = new ComboBox<>();
  private final ComboBox<Integer> second = new ComboBox<>();
  private final Slider weight = new Slider(0, 1, 0);
  private final ComboBox<SamplerType> sampler = new ComboBox<>();
  private final Spinner<Integer> steps = new Spinner<>(1, 1_000, 50);
  private final Spinner<Integer> startStep = new Spinner<>(1, 1_000, 500);
  private final Spinner<Integer> count = new Spinner<>(1, SamplingChoices.MOST_IMAGES, 4);
  private final Slider eta = new Slider(0, 1, 0);
  private final Slider guidance = new Slider(0, LARGEST_GUIDANCE, 1);
  private final TextField seed = new TextField();
  private boolean showing;

  SamplingForm(DiffusionViewModel viewModel, InpaintingPad pad, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    this.pad = pad;
    this.messages = messages;
    getStyleClass().add("sampling-form");
    start.getItems().setAll(StartingPoint.values());
    start.setConverter(new OneWayConverter<>(kind -> messages.text("diffusion.start." + kind)));
    sampler.getItems().setAll(SamplerType.values());
    sampler.setConverter(new OneWayConverter<>(kind -> messages.text("diffusion.sampler." + kind)));
    for (ComboBox<Integer> classes : List.of(first, second)) {
      classes.setConverter(new OneWayConverter<>(this::className));
    }
    Node classRow = row("class", first);
    Node secondRow = row("second", second);
    Node weightRow = row("weight", withValue(weight, "%.2f"));
    Node startRow = row("start-step", startStep);
    Node etaRow = row("eta", withValue(eta, "%.2f"));
    Node guidanceRow = row("guidance", withValue(guidance, "%.1f"));
    Node padding = padPane();
    getChildren()
        .addAll(
            row("start", start),
            padding,
            startRow,
            classRow,
            secondRow,
            weightRow,
            row("count", count),
            row("sampler", sampler),
            row("steps", steps),
            etaRow,
            guidanceRow,
            seedRow(),
            buttons());
    listen();
    shownWhile(padding, viewModel.start().isNotEqualTo(StartingPoint.NOISE));
    shownWhile(startRow, viewModel.start().isEqualTo(StartingPoint.NOISED_IMAGE));
    shownWhile(etaRow, sampler.valueProperty().isEqualTo(SamplerType.DDIM));
    for (Node row : List.of(classRow, secondRow, guidanceRow)) {
      shownWhile(row, Bindings.isNotEmpty(first.getItems()));
    }
    shownWhile(weightRow, second.valueProperty().isNotNull().and(isChosen(second)));
    viewModel.model().addListener((property, old, now) -> showModel(now));
    viewModel.choices().addListener((property, old, now) -> show(now));
    viewModel.start().addListener((property, old, now) -> start.setValue(now));
    viewModel.startStep().addListener((property, old, now) -> showStartStep());
    start.setValue(viewModel.start().get());
    showModel(viewModel.model().get());
  }

  private BooleanBinding isChosen(ComboBox<Integer> classes) {
    return Bindings.createBooleanBinding(
        () -> classes.getValue() != null && classes.getValue() != ANY, classes.valueProperty());
  }

  private static void shownWhile(Node node, ObservableBooleanValue condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }

  private void listen() {
    start.valueProperty().addListener((property, old, now) -> viewModel.chooseStart(now));
    onChoice(first, this::chooseClass);
    onChoice(second, this::chooseClass);
    onSlide(weight, value -> chooseClass());
    onChoice(sampler, () -> viewModel.choose(now -> now.withSampler(sampler.getValue())));
    onSpin(steps, () -> viewModel.choose(now -> now.withSteps(steps.getValue())));
    onSpin(count, () -> viewModel.choose(now -> now.withCount(count.getValue())));
    onSpin(startStep, () -> viewModel.chooseStartStep(startStep.getValue()));
    onSlide(eta, value -> viewModel.choose(now -> now.withEta(value)));
    onSlide(guidance, value -> viewModel.choose(now -> now.withGuidance(value)));
  }

  private void onChoice(ComboBox<?> box, Runnable action) {
    box.valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                action.run();
              }
            });
  }

  private void onSpin(Spinner<Integer> spinner, Runnable action) {
    spinner.setEditable(true);
    spinner
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                action.run();
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
                action.accept(now.doubleValue());
              }
            });
  }

  private void chooseClass() {
    Integer label = first.getValue();
    Integer other = second.getValue();
    if (label == null || label == ANY) {
      viewModel.choose(now -> now.withMix(Optional.empty()));
    } else if (other == null || other == ANY) {
      viewModel.choose(now -> now.withMix(Optional.of(ClassMix.of(label))));
    } else {
      ClassMix mix = new ClassMix(label, other, weight.getValue());
      viewModel.choose(now -> now.withMix(Optional.of(mix)));
    }
  }

  private String className(int label) {
    DiffusionModel model = viewModel.model().get();
    return label == ANY || model == null || label >= model.classNames().size()
        ? messages.text("diffusion.class.any")
        : model.classNames().get(label);
  }

  private void showModel(@Nullable DiffusionModel model) {
    showing = true;
    int classes = model == null ? 0 : model.classNames().size();
    for (ComboBox<Integer> box : List.of(first, second)) {
      box.getItems().setAll(IntStream.range(ANY, classes == 0 ? ANY : classes).boxed().toList());
    }
    int most = model == null ? 1_000 : model.schedule().steps();
    for (Spinner<Integer> spinner : List.of(steps, startStep)) {
      ((IntegerSpinnerValueFactory) spinner.getValueFactory()).setMax(most);
    }
    showing = false;
    show(viewModel.choices().get());
    showStartStep();
  }

  private void show(@Nullable SamplingChoices choices) {
    if (choices == null) {
      return;
    }
    showing = true;
    sampler.setValue(choices.sampler());
    steps.getValueFactory().setValue(choices.steps());
    count.getValueFactory().setValue(choices.count());
    eta.setValue(choices.eta());
    guidance.setValue(choices.guidance());
    seed.setText(Long.toString(choices.seed()));
    seed.pseudoClassStateChanged(INVALID, false);
    if (!first.getItems().isEmpty()) {
      first.setValue(choices.mix().map(ClassMix::first).orElse(ANY));
      choices
          .mix()
          .filter(mix -> mix.first() != mix.second())
          .ifPresent(mix -> weight.setValue(mix.weight()));
      second.setValue(
          choices
              .mix()
              .filter(mix -> mix.first() != mix.second())
              .map(ClassMix::second)
              .orElse(
                  choices.mix().isPresent() || second.getValue() == null
                      ? ANY
                      : second.getValue()));
    }
    showing = false;
  }

  private void showStartStep() {
    showing = true;
    startStep.getValueFactory().setValue(Math.max(1, viewModel.startStep().get()));
    showing = false;
  }

  private Node padPane() {
    Button draw = button("pad.draw", () -> pad.rubbing().set(false));
    Button rub = button("pad.rub", () -> pad.rubbing().set(true));
    Button half = button("pad.half", pad::rubLowerHalf);
    Button restore = button("pad.restore", pad::restore);
    Button clear = button("pad.clear", pad::clear);
    Button centre = button("pad.centre", pad::centre);
    Button take = button("pad.take", pad::takeResult);
    take.disableProperty().bind(viewModel.finished().isNull());
    draw.disableProperty().bind(pad.rubbing().not());
    rub.disableProperty().bind(pad.rubbing());
    viewModel.start().addListener((property, old, now) -> pad.rubbing().set(false));
    FlowPane rubbing = new FlowPane(6, 6, draw, rub, half, restore);
    shownWhile(rubbing, viewModel.start().isEqualTo(StartingPoint.PART_OF_IMAGE));
    VBox pane = new VBox(6, pad, new HBox(6, take, centre, clear), rubbing);
    pane.setAlignment(Pos.CENTER_LEFT);
    return pane;
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
    seed.setPrefColumnCount(8);
    HBox.setHgrow(seed, Priority.ALWAYS);
    Button next =
        button(
            "seed.next",
            () -> {
              takeSeed();
              viewModel.choose(now -> now.withSeed(now.seed() + 1));
            });
    HBox row = (HBox) row("seed", seed);
    row.getChildren().add(next);
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

  private Node buttons() {
    Button sample = button("sample", () -> viewModel.sample(pad.drawing()));
    sample.getStyleClass().add("accent");
    Button cancel = button("cancel", viewModel::cancel);
    cancel.disableProperty().bind(viewModel.running().not());
    Button branch = button("branch", viewModel::branch);
    branch
        .disableProperty()
        .bind(
            viewModel
                .finished()
                .isNull()
                .or(viewModel.start().isEqualTo(StartingPoint.FORWARD))
                .or(viewModel.position().greaterThanOrEqualTo(viewModel.length().subtract(1))));
    Label note = new Label(messages.text("diffusion.branch.note"));
    note.getStyleClass().add("form-note");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    HBox line = new HBox(6, sample, cancel, branch);
    return new VBox(6, line, note);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(messages.text("diffusion." + key));
    button.setId("diffusion-" + key.replace('.', '-'));
    button.setTooltip(new Tooltip(messages.text("diffusion." + key + ".tip")));
    button.setMinWidth(Region.USE_PREF_SIZE);
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

  private Node row(String key, HBox slider) {
    Control control = (Control) slider.getChildren().get(0);
    return row(key, control, slider);
  }

  private Node row(String key, Control control) {
    return row(key, control, control);
  }

  private Node row(String key, Control control, Region whole) {
    String help = messages.text("diffusion." + key + ".tip");
    Label label = new Label(messages.text("diffusion." + key + ".label"));
    label.setLabelFor(control);
    label.setMinWidth(NAME_WIDTH);
    label.setPrefWidth(NAME_WIDTH);
    control.setId("diffusion-" + key);
    control.setTooltip(new Tooltip(help));
    control.setAccessibleText(help);
    whole.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(whole, Priority.ALWAYS);
    HBox row = new HBox(6, label, whole);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
