package latentlab.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** What is to be trained, and whether that can be. For the JavaFX thread; needs no toolkit. */
final class TrainingFormViewModel {

  private static final int DEFAULT_EPOCHS = 10;
  private static final int DEFAULT_BATCH = 128;

  private final DatasetSource source;
  private final Executor background;
  private final Executor foreground;
  private final Messages messages;

  private final ObservableList<DatasetListing> datasets = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable DatasetListing> dataset = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable SplitChoice> split =
      new SimpleObjectProperty<>(SplitChoice.NONE);
  private final ObservableList<ModelFamily<?>> families = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable ModelFamily<?>> family = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ConfigFields> config =
      new ReadOnlyObjectWrapper<>();
  private final FieldViewModel epochs;
  private final FieldViewModel batch;
  private final FieldViewModel seed;
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** Hears of a change after the field itself, which listened first. */
  private final ChangeListener<Object> recheck = (property, old, now) -> check();

  private String wantedDataset;

  TrainingFormViewModel(
      DatasetSource source,
      String wantedDataset,
      Seed startSeed,
      Executor background,
      Executor foreground,
      Messages messages) {
    this.source = source;
    this.wantedDataset = wantedDataset;
    this.background = background;
    this.foreground = foreground;
    this.messages = messages;
    this.epochs = number("epochs", DEFAULT_EPOCHS, 1, 100_000);
    this.batch = number("batch", DEFAULT_BATCH, 1, 65_536);
    this.seed = number("seed", startSeed.value(), Long.MIN_VALUE, Long.MAX_VALUE);
    plan().forEach(field -> field.text().addListener(recheck));
    dataset.addListener(recheck);
    family.addListener((property, old, now) -> changeFamily(now));
    check();
  }

  ObservableList<DatasetListing> datasets() {
    return datasets;
  }

  ObjectProperty<@Nullable DatasetListing> dataset() {
    return dataset;
  }

  ObjectProperty<@Nullable SplitChoice> split() {
    return split;
  }

  ObservableList<ModelFamily<?>> families() {
    return families;
  }

  ObjectProperty<@Nullable ModelFamily<?>> family() {
    return family;
  }

  ReadOnlyObjectProperty<@Nullable ConfigFields> config() {
    return config.getReadOnlyProperty();
  }

  /** Epochs, batch and seed. */
  List<FieldViewModel> plan() {
    return List.of(epochs, batch, seed);
  }

  FieldViewModel epochs() {
    return epochs;
  }

  FieldViewModel seed() {
    return seed;
  }

  /** Whether all that is needed is there and valid. */
  ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }

  /** Why it is not ready, where no single field says so; empty otherwise. */
  ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Takes over the families that were found and chooses the first. */
  void offer(ModelFamilies found) {
    families.setAll(found.all());
    family.set(families.isEmpty() ? null : families.get(0));
  }

  /** Reads the list of data sets again, in the background, and keeps the choice. */
  void refreshDatasets() {
    background.execute(
        () -> {
          try {
            List<DatasetListing> listed = source.list();
            foreground.execute(() -> show(listed));
          } catch (RuntimeException failure) {
            foreground.execute(
                () ->
                    problem.set(
                        messages.text("training.datasets.failed", Failures.oneLine(failure))));
          }
        });
  }

  /** What is to be trained; empty unless {@link #ready()}. */
  Optional<TrainingRequest> request() {
    DatasetListing data = dataset.get();
    ModelFamily<?> kind = family.get();
    ConfigFields settings = config.get();
    SplitChoice parts = split.get();
    if (!ready.get() || data == null || kind == null || settings == null || parts == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TrainingRequest(
            parts.nameIn(data.name()),
            kind,
            settings.config(),
            Integer.parseInt(epochs.value()),
            Integer.parseInt(batch.value()),
            new Seed(Long.parseLong(seed.value()))));
  }

  private void show(List<DatasetListing> listed) {
    DatasetListing chosen = dataset.get();
    String name = chosen == null ? wantedDataset : chosen.name();
    datasets.setAll(listed);
    dataset.set(
        listed.stream()
            .filter(listing -> listing.name().equals(name))
            .findFirst()
            .orElse(listed.isEmpty() ? null : listed.get(0)));
    wantedDataset = name;
    check();
  }

  private void changeFamily(@Nullable ModelFamily<?> now) {
    config.set(now == null ? null : new ConfigFields(now, messages));
    ConfigFields settings = config.get();
    if (settings != null) {
      settings.fields().forEach(field -> field.text().addListener(recheck));
    }
    check();
  }

  private void check() {
    DatasetListing data = dataset.get();
    ConfigFields settings = config.get();
    boolean fieldsValid = plan().stream().allMatch(FieldViewModel::isValid);
    String reason = "";
    if (data == null) {
      reason = messages.text("training.problem.dataset");
    } else if (!data.present()) {
      reason = messages.text("training.problem.download", data.name());
    } else if (settings == null) {
      reason = messages.text("training.problem.family");
    } else {
      boolean settingsValid = settings.fields().stream().allMatch(FieldViewModel::isValid);
      fieldsValid &= settingsValid;
      reason = settingsValid ? settings.problem().orElse("") : "";
    }
    problem.set(reason);
    ready.set(fieldsValid && reason.isEmpty());
  }

  private FieldViewModel number(String name, long start, long min, long max) {
    return new FieldViewModel(
        name,
        messages.text("training." + name),
        messages.text("training." + name + ".help"),
        List.of(),
        UnaryOperator.identity(),
        Long.toString(start),
        text -> wholeNumberProblem(text, min, max));
  }

  private Optional<String> wholeNumberProblem(String text, long min, long max) {
    try {
      long value = Long.parseLong(text);
      return value < min || value > max
          ? Optional.of(messages.text("training.number.range", min, max))
          : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.of(messages.text("training.number.whole", text));
    }
  }
}
