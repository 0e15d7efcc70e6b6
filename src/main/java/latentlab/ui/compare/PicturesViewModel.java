package latentlab.ui.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import latentlab.data.ImageBatch;
import latentlab.random.Seed;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The same image and the same seed in all models of the shelf. Models are opened when the tab is
 * seen for the first time. For the JavaFX thread; needs no toolkit.
 */
final class PicturesViewModel {

  /** Samples of each model. */
  static final int SAMPLES = 9;

  private final ModelShelf shelf;
  private final ImageInputViewModel input;
  private final Executor foreground;
  private final Messages messages;
  private final Map<ShelvedModel, ComparedModelViewModel> compared = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<List<ComparedModelViewModel>> models =
      new ReadOnlyObjectWrapper<>(this, "models", List.of());
  private final ReadOnlyLongWrapper seed = new ReadOnlyLongWrapper(this, "seed", 1);
  private boolean shown;

  PicturesViewModel(
      ModelShelf shelf, ImageInputViewModel input, Executor foreground, Messages messages) {
    this.shelf = shelf;
    this.input = input;
    this.foreground = foreground;
    this.messages = messages;
    shelf.models().addListener((ListChangeListener<ShelvedModel>) change -> takeModels());
    input.image().addListener((property, old, now) -> see(now));
  }

  /** The models, in the order of the shelf. */
  ReadOnlyObjectProperty<List<ComparedModelViewModel>> models() {
    return models.getReadOnlyProperty();
  }

  /** The seed from which all models draw. */
  ReadOnlyLongProperty seed() {
    return seed.getReadOnlyProperty();
  }

  /** Draws from another seed. */
  void chooseSeed(long next) {
    if (next != seed.get()) {
      seed.set(next);
      compared.values().forEach(this::draw);
    }
  }

  /** The tab is seen: models are opened from now on, and a first image is given to them. */
  void show() {
    shown = true;
    takeModels();
    if (input.image().get() == null && !shelf.models().isEmpty()) {
      ShelvedModel first = shelf.models().get(0);
      input.offerFor(first.card().images(), first.card().provenance().dataset());
      input.next();
    }
  }

  /** Whether all models have answered. */
  boolean isSettled() {
    return shown
        && !input.busy().get()
        && compared.values().stream().noneMatch(model -> model.busy().get());
  }

  /** What all models are given. */
  CompareState state() {
    return new CompareState(Optional.ofNullable(input.image().get()), seed.get());
  }

  /** Gives all models something else; an image of another size than the pad has is left out. */
  void restore(CompareState past) {
    chooseSeed(past.seed());
    input.restore(past.image());
  }

  /** Gives all models a test image again. */
  void chooseExample(int number) {
    if (!shelf.models().isEmpty()) {
      ShelvedModel first = shelf.models().get(0);
      input.offerFor(first.card().images(), first.card().provenance().dataset());
      input.chooseExample(number);
    }
  }

  /** A row for each model that has anything to show. */
  PictureTable table() {
    return PictureTable.of(Optional.ofNullable(input.image().get()), models.get());
  }

  /** Looks for the code of the input in a model without an encoder. */
  void search(ComparedModelViewModel model) {
    ImageBatch image = input.image().get();
    if (image != null) {
      model.search(image, new Seed(seed.get()));
    }
  }

  private void takeModels() {
    if (!shown) {
      return;
    }
    compared.keySet().retainAll(shelf.models());
    for (ShelvedModel model : shelf.models()) {
      if (!compared.containsKey(model)) {
        ComparedModelViewModel added =
            new ComparedModelViewModel(model.title(), shelf.replica(model), foreground, messages);
        compared.put(model, added);
        added.askWhetherComparable();
        draw(added);
        added.see(input.image().get());
      }
    }
    models.set(List.copyOf(compared.values()));
  }

  private void see(@Nullable ImageBatch image) {
    compared.values().forEach(model -> model.see(image));
  }

  private void draw(ComparedModelViewModel model) {
    model.draw(SAMPLES, new Seed(seed.get()));
  }
}
