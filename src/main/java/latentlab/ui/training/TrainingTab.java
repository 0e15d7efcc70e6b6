package latentlab.ui.training;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.stage.FileChooser;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelCard;
import latentlab.random.Seed;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;
import latentlab.ui.training.chart.ChartExport;
import latentlab.ui.training.chart.LossCharts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The training tab: a form on the left, curves and pictures on the right. */
public final class TrainingTab implements LabTab {

  private final Messages messages;
  private final Consumer<String> announcements;
  private final TrainingFormViewModel form;
  private final TrainingRunViewModel run;
  private final DownloadViewModel download;
  private final ModelOpening opening;
  private final ModelSaving saving;
  private final ChartExport export;
  private final StoredTrainings stored;
  private final RunControls controls;
  private final BorderPane view = new BorderPane();
  private boolean shown;

  /**
   * Creates the tab.
   *
   * @param context what the tab works with
   * @param opening is given the models that train, and those of stored trainings
   * @param announcements is told, in one line, what has ended
   * @param messages the words
   */
  public TrainingTab(
      Context context, ModelOpening opening, Consumer<String> announcements, Messages messages) {
    this.messages = messages;
    this.announcements = announcements;
    Executor background = context.background();
    Executor foreground = context.foreground();
    TrainingServices services = context.services();
    form =
        new TrainingFormViewModel(
            services.datasets(),
            context.dataset(),
            context.seed(),
            background,
            foreground,
            messages);
    run =
        new TrainingRunViewModel(
            services,
            opening.session(),
            background,
            foreground,
            context.pulses(),
            System::nanoTime,
            messages);
    download =
        new DownloadViewModel(
            services.datasets(),
            form::refreshDatasets,
            background,
            foreground,
            context.pulses(),
            messages);
    this.opening = opening;
    saving = new ModelSaving(services.writer(), background, foreground, messages);
    controls = new RunControls(run, form, this::chooseFolderAndSave, messages);
    export = new ChartExport(background, foreground, announcements, messages);
    stored =
        new StoredTrainings(
            run.runs(),
            StoredTraining::read,
            opening::openFolder,
            background,
            foreground,
            announcements);
    followShelf(opening.shelf().models());
    form.refreshDatasets();
  }

  /**
   * The training that this tab steers.
   *
   * @return tells whether one is active, and stops it
   */
  public TrainingRunViewModel run() {
    return run;
  }

  /**
   * Takes over the families that were found.
   *
   * @param families what can be trained
   */
  public void offer(ModelFamilies families) {
    form.offer(families);
  }

  /**
   * Begins a short training of what the form has chosen.
   *
   * @param epochs how many
   * @param seed of the training
   * @return false as long as the form is not ready
   */
  public boolean trainExample(int epochs, Seed seed) {
    form.epochs().text().set(Integer.toString(epochs));
    form.seed().text().set(Long.toString(seed.value()));
    Optional<TrainingRequest> request = form.request();
    request.ifPresent(run::train);
    return request.isPresent();
  }

  TrainingFormViewModel form() {
    return form;
  }

  @Override
  public String id() {
    return "training";
  }

  @Override
  public String title() {
    return messages.text("training.title");
  }

  @Override
  public Ikon icon() {
    return Feather.ACTIVITY;
  }

  /** Built when it is first looked at, so that the window is there the sooner. */
  @Override
  public Node view() {
    if (view.getCenter() == null) {
      build(
          new LossCharts(
              run.runs(),
              export,
              new TrainingOpener(stored, messages).view(),
              stored::explore,
              messages));
    }
    return view;
  }

  @Override
  public void onShown() {
    shown = true;
    if (view.getScene() != null) {
      controls.addKeysTo(view.getScene());
    }
  }

  @Override
  public void onHidden() {
    shown = false;
    if (view.getScene() != null) {
      controls.removeKeysFrom(view.getScene());
    }
  }

  @Override
  public void close() {
    download.cancel();
    run.stop();
  }

  private void build(LossCharts charts) {
    BorderPane left = new BorderPane(new TrainingFormView(form, download, messages).view());
    left.setBottom(controls.view());
    left.getStyleClass().add("training-side");
    EpochPicturesView pictures =
        new EpochPicturesView(new ReplayBar(run.replay(), messages).view(), messages);
    SplitPane right = new SplitPane(charts.view(), pictures.view());
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.57);
    BorderPane centre = new BorderPane(right);
    WarningsView warnings = new WarningsView(messages.terms());
    centre.setTop(warnings.view());
    centre.setBottom(new RunBar(run, messages).view());
    view.setLeft(left);
    view.setCenter(centre);
    view.getStyleClass().add("training-tab");
    view.sceneProperty().addListener((property, old, now) -> moveKeys(old, now));
    run.historyRevision().subscribe(revision -> charts.update());
    run.replay().pictures().subscribe(pictures::show);
    run.shownSurveys().subscribe(pictures::showCoverage);
    run.warnings().subscribe(warnings::show);
  }

  /** A tab may come to the front before it has a scene. */
  private void moveKeys(@Nullable Scene old, @Nullable Scene now) {
    if (old != null) {
      controls.removeKeysFrom(old);
    }
    if (now != null && shown) {
      controls.addKeysTo(now);
    }
  }

  private void tell(ModelSaving.Outcome outcome, Path folder) {
    announcements.accept(outcome.message());
    if (outcome.done()) {
      opening.shelve(folder);
    }
  }

  /** Models that were saved or opened may have their losses beside them. */
  private void followShelf(ObservableList<ShelvedModel> models) {
    models.addListener(
        (ListChangeListener<ShelvedModel>)
            change -> {
              while (change.next()) {
                stored.lookInto(
                    change.getAddedSubList().stream()
                        .flatMap(model -> model.folder().stream())
                        .toList());
              }
            });
  }

  /** A model is a folder of its own, so that it is named as a file would be. */
  private void chooseFolderAndSave() {
    TrainedModel model = run.trained().get();
    if (model == null) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("training.save.title"));
    ModelCard card = model.card();
    chooser.setInitialFileName(card.family() + "-" + card.provenance().dataset());
    File chosen = chooser.showSaveDialog(view.getScene().getWindow());
    if (chosen != null) {
      saving.save(model, chosen.toPath(), outcome -> tell(outcome, chosen.toPath()));
    }
  }

  /**
   * What the tab works with.
   *
   * @param services what others do for it
   * @param dataset the name of the data set to begin with
   * @param seed the seed to begin with
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param pulses runs work on the JavaFX thread after a delay
   */
  public record Context(
      TrainingServices services,
      String dataset,
      Seed seed,
      Executor background,
      Executor foreground,
      PulseScheduler pulses) {}
}
