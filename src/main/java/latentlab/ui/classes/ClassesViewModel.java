package latentlab.ui.classes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import latentlab.data.ImageBatch;
import latentlab.ui.classes.ClassControls.Hand;
import latentlab.ui.classes.HandViewModel.LabelOrigin;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are wanted, and the sheets of the models that draw them: first that of the explored
 * model, then those beside it. Anything chosen is drawn at once while somebody looks. Methods and
 * properties belong to the JavaFX thread; needs no toolkit.
 */
final class ClassesViewModel implements AutoCloseable {

  /** Whether there is something to ask. */
  enum Stage {
    /** No model yet. */
    WAITING,
    /** The explored model knows no classes. */
    WITHOUT_CLASSES,
    /** Classes can be chosen. */
    READY
  }

  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WAITING);
  private final ReadOnlyObjectWrapper<@Nullable ClassModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ClassChoices> choices =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final BooleanProperty marks = new SimpleBooleanProperty(true);
  private final ImageInputViewModel input;
  private final HandViewModel hand;
  private final ModelsBeside beside;
  private final Sheets sheets;
  private @Nullable ClassChoices lastChosen;
  private boolean shown;
  private boolean outdated;

  /**
   * Explores nothing yet.
   *
   * @param judge says what images show
   * @param input gives the image whose hand is kept
   * @param others the models that can draw beside the explored one; may change
   * @param foreground runs on the JavaFX thread
   */
  ClassesViewModel(
      Judge judge,
      ImageInputViewModel input,
      ObservableList<ClassModel> others,
      Executor foreground) {
    this.input = input;
    hand = new HandViewModel(judge, foreground, this::fail);
    beside = new ModelsBeside(others);
    sheets = new Sheets(judge, foreground, problem::set);
    input.image().addListener((property, old, now) -> takeInput(now));
    beside.shown().addListener((property, old, now) -> showBeside().forEach(this::draw));
  }

  private void takeInput(@Nullable ImageBatch image) {
    if (image == null) {
      hand.clear();
    } else {
      int[] labels = image.labels();
      hand.show(image, labels.length == 0 ? OptionalInt.empty() : OptionalInt.of(labels[0]));
    }
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  /** The explored model, or null. */
  ReadOnlyObjectProperty<@Nullable ClassModel> model() {
    return model.getReadOnlyProperty();
  }

  /** What is wanted; null without a model. */
  ReadOnlyObjectProperty<@Nullable ClassChoices> choices() {
    return choices.getReadOnlyProperty();
  }

  /** The sheets, that of the explored model first. */
  ObservableList<Sheet> sheets() {
    return sheets.all();
  }

  ReadOnlyBooleanProperty running() {
    return sheets.running();
  }

  /** The part of all images that has come, 0 to 1. */
  ReadOnlyDoubleProperty progress() {
    return sheets.progress();
  }

  /** What went wrong last, as one line; empty if nothing did. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether the classifier's verdicts are shown. */
  BooleanProperty marks() {
    return marks;
  }

  /** Gives the image whose hand is kept. */
  ImageInputViewModel input() {
    return input;
  }

  HandViewModel hand() {
    return hand;
  }

  /** Chooses the models that draw the same beside the explored one. */
  ModelsBeside beside() {
    return beside;
  }

  /**
   * Takes over the explored model, or none. Classes, count and seed stay as they are chosen if the
   * new model has these classes.
   */
  void explore(@Nullable ClassModel next, Stage now) {
    ClassChoices before = choices.get();
    // Between two models there is none for a moment.
    lastChosen = before == null ? lastChosen : before;
    problem.set("");
    beside.explore(next);
    sheets.removeExplored();
    model.set(next);
    if (next == null) {
      choices.set(null);
    } else {
      choices.set(chosenFor(next, lastChosen));
      sheets.addExplored(next);
      showBeside();
    }
    stage.set(now);
    // A search for a code takes the model's thread for seconds: the sheets come first.
    redraw();
    offerInput(next);
    hand.explore(next);
  }

  /** The first image comes without being asked for, so that one sees what is meant. */
  private void offerInput(@Nullable ClassModel next) {
    if (next != null && next.controls().hand() != Hand.NONE) {
      input.offerFor(next.images(), next.dataset());
      if (shown && input.image().get() == null) {
        input.next();
      }
    }
  }

  private static ClassChoices chosenFor(ClassModel model, @Nullable ClassChoices before) {
    int classes = model.images().classNames().size();
    List<Integer> all = IntStream.range(0, classes).boxed().toList();
    ClassChoices usual = ClassChoices.of(all, model.controls());
    if (before == null) {
      return usual;
    }
    List<Integer> kept = before.labels().stream().filter(label -> label < classes).toList();
    return usual
        .withLabels(kept.isEmpty() ? all : kept)
        .withCount(before.count())
        .withSeed(before.seed())
        .withTemperature(before.temperature());
  }

  /**
   * Shows those beside the explored model as they are chosen now. The first that makes images in
   * steps says how, as nobody has chosen that yet.
   *
   * @return the sheets that are new, not yet drawn
   */
  private List<Sheet> showBeside() {
    List<Sheet> added = sheets.placeBeside(beside.shown().get());
    ClassChoices present = choices.get();
    if (present != null && sheets().stream().noneMatch(s -> isStepwise(s) && !added.contains(s))) {
      added.stream()
          .filter(ClassesViewModel::isStepwise)
          .findFirst()
          .map(sheet -> sheet.model().controls())
          .ifPresent(
              own -> choices.set(present.withSteps(own.steps()).withGuidance(own.guidance())));
    }
    return added;
  }

  private static boolean isStepwise(Sheet sheet) {
    return sheet.model().controls().stepwise();
  }

  /** What can be chosen for at least one of the models. */
  ClassControls controls() {
    boolean temperature = false;
    int mostSteps = 0;
    for (Sheet sheet : sheets()) {
      ClassControls own = sheet.model().controls();
      temperature |= own.temperature();
      if (own.stepwise()) {
        mostSteps = mostSteps == 0 ? own.mostSteps() : Math.min(mostSteps, own.mostSteps());
      }
    }
    ClassModel writer = hand.model().get();
    Hand ofWriter = writer == null ? Hand.NONE : writer.controls().hand();
    return new ClassControls(temperature, mostSteps, 1, 1, ofWriter);
  }

  /** Changes what is wanted, and draws it. */
  void choose(UnaryOperator<ClassChoices> change) {
    ClassChoices present = choices.get();
    if (present != null) {
      ClassChoices next = change.apply(present);
      if (!next.equals(present)) {
        choices.set(next);
        redraw();
      }
    }
  }

  /** What the user has chosen and given. */
  ClassesState state() {
    return new ClassesState(
        Optional.ofNullable(choices.get()),
        Optional.ofNullable(input.image().get()),
        saidLabel(),
        beside.chosen().get());
  }

  private OptionalInt saidLabel() {
    return hand.origin().get() == LabelOrigin.CHOSEN
        ? OptionalInt.of(hand.label().get())
        : OptionalInt.empty();
  }

  /** Goes back to a state, as far as the models know its classes and take images of its size. */
  void restore(ClassesState past) {
    // A model that comes beside brings settings of its own: what was chosen then comes after them.
    beside.restore(past.beside());
    past.choices().ifPresent(this::restore);
    input.restore(past.image());
    // What is said already is not said again: a hand may have to be searched for, for seconds.
    if (!past.label().equals(saidLabel())) {
      past.label().ifPresentOrElse(hand::chooseLabel, () -> takeInput(input.image().get()));
    }
  }

  private void restore(ClassChoices past) {
    List<Integer> known = past.labels().stream().filter(label -> label < classes()).toList();
    choose(now -> past.withLabels(known.isEmpty() ? now.labels() : known));
  }

  /** One class alone. */
  void chooseOnly(int label) {
    if (label < classes()) {
      choose(now -> now.withLabels(List.of(label)));
    }
  }

  /** A class more, or one less; the last one stays. */
  void toggle(int label) {
    if (label < classes()) {
      choose(now -> now.toggled(label));
    }
  }

  /** A row for each class. */
  void chooseAll() {
    choose(now -> now.withLabels(IntStream.range(0, classes()).boxed().toList()));
  }

  private int classes() {
    ClassModel present = model.get();
    return present == null ? 0 : present.images().classNames().size();
  }

  /** Keeps the hand of an image of a sheet. */
  void keepHand(Sheet sheet, int row, int index) {
    SheetContent content = sheet.content().get();
    if (content != null && hand.model().get() != null) {
      content
          .image(row, index)
          .map(image -> labelled(image, content.label(row)))
          .ifPresent(input::give);
    }
  }

  private static ImageBatch labelled(ImageBatch image, int label) {
    return new ImageBatch(image.shape(), 1, image.pixels(), new int[] {label});
  }

  /** Gives up what is being drawn. */
  void cancel() {
    sheets.cancel();
  }

  /** Says whether somebody looks; nothing is drawn while nobody does. */
  void setShown(boolean now) {
    shown = now;
    if (shown) {
      offerInput(model.get());
    }
    if (shown && outdated) {
      redraw();
    } else if (!shown && running().get()) {
      cancel();
      outdated = true;
    }
  }

  /** The explored model has changed what it knows. */
  void weightsChanged() {
    ClassChoices present = choices.get();
    if (!shown || present == null) {
      outdated = true;
    } else if (!sheets().isEmpty()) {
      sheets().get(0).refresh(present);
      hand.refresh();
    }
  }

  void fail(Throwable failure) {
    problem.set(Failures.oneLine(failure));
  }

  @Override
  public void close() {
    cancel();
  }

  private void redraw() {
    if (shown) {
      outdated = false;
      problem.set("");
      sheets().forEach(this::draw);
    } else {
      outdated = true;
    }
  }

  /** A model that knows fewer classes draws those that it knows. */
  private void draw(Sheet sheet) {
    ClassChoices present = choices.get();
    if (present == null || !shown) {
      return;
    }
    int classes = sheet.model().images().classNames().size();
    List<Integer> known = present.labels().stream().filter(label -> label < classes).toList();
    if (known.isEmpty()) {
      sheet.cancel();
    } else {
      sheet.draw(present.withLabels(known));
    }
  }
}
