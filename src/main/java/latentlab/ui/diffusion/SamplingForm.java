package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplerType;
import latentlab.ui.form.FormRows;
import latentlab.ui.form.SeedField;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.jspecify.annotations.Nullable;

/** What is wanted: where to begin, class, sampler, steps, guidance, seed; and the buttons. */
final class SamplingForm extends VBox {

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
  private final SeedField seed;
  private final FormRows rows;
  private boolean showing;

  SamplingForm(DiffusionViewModel viewModel, InpaintingPad pad, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    this.pad = pad;
    this.messages = messages;
    rows = new FormRows("diffusion", NAME_WIDTH, messages);
    seed = new SeedField(typed -> viewModel.choose(now -> now.withSeed(typed)));
    getStyleClass().add("sampling-form");
    start.getItems().setAll(StartingPoint.values());
    start.setConverter(new OneWayConverter<>(kind -> messages.text("diffusion.start." + kind)));
    sampler.getItems().setAll(SamplerType.values());
    sampler.setConverter(new OneWayConverter<>(kind -> messages.text("diffusion.sampler." + kind)));
    for (ComboBox<Integer> classes : List.of(first, second)) {
      classes.setConverter(new OneWayConverter<>(this::className));
    }
    Node classRow = rows.row("class", first);
    Node secondRow = rows.row("second", second);
    Node weightRow = rows.row("weight", weight, "%.2f");
    Node startRow = rows.row("start-step", startStep);
    Node etaRow = rows.row("eta", eta, "%.2f");
    Node guidanceRow = rows.row("guidance", guidance, "%.1f");
    Node padding = padPane();
    getChildren()
        .addAll(
            rows.row("start", start),
            padding,
            startRow,
            classRow,
            secondRow,
            weightRow,
            rows.row("count", count),
            rows.row("sampler", sampler),
            rows.row("steps", steps),
            etaRow,
            guidanceRow,
            seedRow(),
            buttons());
    listen();
    FormRows.showWhile(padding, viewModel.start().isNotEqualTo(StartingPoint.NOISE));
    FormRows.showWhile(startRow, viewModel.start().isEqualTo(StartingPoint.NOISED_IMAGE));
    FormRows.showWhile(etaRow, sampler.valueProperty().isEqualTo(SamplerType.DDIM));
    for (Node row : List.of(classRow, secondRow, guidanceRow)) {
      FormRows.showWhile(row, Bindings.isNotEmpty(first.getItems()));
    }
    FormRows.showWhile(weightRow, second.valueProperty().isNotNull().and(isChosen(second)));
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
    FormRows.makeTypable(spinner);
    spinner
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                action.run();
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
    seed.show(choices.seed());
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
    Button draw = rows.button("pad.draw", () -> pad.rubbing().set(false));
    Button rub = rows.button("pad.rub", () -> pad.rubbing().set(true));
    Button half = rows.button("pad.half", pad::rubLowerHalf);
    Button restore = rows.button("pad.restore", pad::restore);
    Button clear = rows.button("pad.clear", pad::clear);
    Button centre = rows.button("pad.centre", pad::centre);
    Button take = rows.button("pad.take", pad::takeResult);
    take.disableProperty().bind(viewModel.finished().isNull());
    draw.disableProperty().bind(pad.rubbing().not());
    rub.disableProperty().bind(pad.rubbing());
    viewModel.start().addListener((property, old, now) -> pad.rubbing().set(false));
    FlowPane rubbing = new FlowPane(6, 6, draw, rub, half, restore);
    FormRows.showWhile(rubbing, viewModel.start().isEqualTo(StartingPoint.PART_OF_IMAGE));
    VBox pane = new VBox(6, pad, new HBox(6, take, centre, clear), rubbing);
    pane.setAlignment(Pos.CENTER_LEFT);
    return pane;
  }

  private Node seedRow() {
    HBox row = rows.row("seed", seed);
    row.getChildren()
        .add(
            rows.button(
                "seed.next",
                () -> {
                  seed.take();
                  viewModel.choose(now -> now.withSeed(now.seed() + 1));
                }));
    return row;
  }

  private Node buttons() {
    Button sample = rows.button("sample", () -> viewModel.sample(pad.drawing()));
    sample.getStyleClass().add("accent");
    Button cancel = rows.button("cancel", viewModel::cancel);
    cancel.disableProperty().bind(viewModel.running().not());
    Button branch = rows.button("branch", viewModel::branch);
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
}
