package latentlab.ui.classes;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.data.ImageBatch;
import latentlab.models.GenerativeModel;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.history.GestureWatch;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.CapableModels;
import latentlab.ui.session.Classifiers;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which images of chosen classes are drawn and judged. */
public final class ClassesTab implements PictureTab, UndoableTab {

  private final Messages messages;
  private final ClassifierJudge judge;
  private final ClassesViewModel viewModel;
  private final CapableModels<ClassModel> shelf;
  private final ClassesLink link;
  private final ClassesView view;
  private final ExplorationSession session;
  private final UndoHistory<ClassesState> history;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param opening knows the explored model and the shelf, and explores models of the shelf
   * @param classifiers judge the images
   * @param examples give the images whose hand is kept
   * @param background runs what may block
   * @param messages the words
   */
  public ClassesTab(
      ModelOpening opening,
      Classifiers classifiers,
      TestImages examples,
      Executor background,
      Messages messages) {
    this.messages = messages;
    judge = new ClassifierJudge(classifiers, background);
    ModelShelf models = opening.shelf();
    shelf =
        new CapableModels<>(
            models,
            (shelved, model) -> describe(models, shelved, model),
            background,
            Platform::runLater);
    viewModel =
        new ClassesViewModel(
            judge,
            new ImageInputViewModel(examples, background, Platform::runLater),
            shelf.found(),
            Platform::runLater);
    view =
        new ClassesView(
            viewModel,
            shelf,
            id -> opening.shelf().model(id).ifPresent(opening::explore),
            messages);
    session = opening.session();
    link = new ClassesLink(session, viewModel, Platform::runLater);
    history = new UndoHistory<>(viewModel::state, viewModel::restore, System::nanoTime);
    GestureWatch.watch(view, history);
    viewModel.choices().addListener((property, before, now) -> history.changed());
    viewModel.beside().chosen().addListener((property, before, now) -> history.changed());
    viewModel.stage().addListener((property, before, now) -> history.clear());
    history.followFromFirst(viewModel.input().image());
    viewModel.hand().origin().addListener((property, before, now) -> history.changed());
    viewModel.hand().label().addListener((property, before, now) -> history.changed());
  }

  private static Optional<ClassModel> describe(
      ModelShelf models, ShelvedModel shelved, GenerativeModel model) {
    return ClassDrawing.controls(model)
        .map(
            controls ->
                new ClassModel(
                    shelved.id(),
                    shelved.title(),
                    shelved.card().images(),
                    shelved.card().provenance().dataset(),
                    controls,
                    new ReplicaQuestions(() -> models.replica(shelved))));
  }

  @Override
  public String id() {
    return ClassOrigin.ACTIVITY;
  }

  @Override
  public String title() {
    return messages.text("classes.title");
  }

  @Override
  public Ikon icon() {
    return Feather.GRID;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public boolean suits(GenerativeModel model) {
    return ClassDrawing.controls(model).isPresent();
  }

  @Override
  public boolean isSettled() {
    return viewModel.stage().get() == ClassesViewModel.Stage.READY && !viewModel.running().get();
  }

  @Override
  public UndoHistory<?> history() {
    return history;
  }

  /** The sheet of the explored model, once it is complete: a row for each class. */
  @Override
  public Optional<ImageBatch> picture() {
    return drawn().flatMap(SheetContent::images);
  }

  @Override
  public int columns(int count) {
    return drawn().map(sheet -> sheet.choices().count()).orElse(1);
  }

  @Override
  public Optional<ImageOrigin> origin() {
    ClassModel model = viewModel.model().get();
    if (model == null) {
      return Optional.empty();
    }
    return drawn()
        .flatMap(
            sheet ->
                session
                    .current()
                    .map(
                        explored ->
                            ClassOrigin.of(
                                ImageOrigin.of(explored.reference(), ClassOrigin.ACTIVITY),
                                sheet.choices(),
                                model.controls())));
  }

  private Optional<SheetContent> drawn() {
    return viewModel.sheets().stream()
        .findFirst()
        .flatMap(sheet -> Optional.ofNullable(sheet.content().get()));
  }

  @Override
  public boolean restore(ImageOrigin origin) {
    if (!ClassOrigin.isToldBy(origin)) {
      return false;
    }
    link.whenExplored(
        () -> {
          ClassModel model = viewModel.model().get();
          if (model != null) {
            viewModel.choose(present -> ClassOrigin.choices(origin, model, present));
          }
        });
    return true;
  }

  @Override
  public void onShown() {
    shelf.want();
    view.setShown(true);
    viewModel.setShown(true);
  }

  @Override
  public void onHidden() {
    view.setShown(false);
    viewModel.setShown(false);
  }

  @Override
  public void close() {
    link.close();
    shelf.close();
    viewModel.close();
    judge.close();
  }

  /** What the tab does, for tests. */
  ClassesViewModel viewModel() {
    return viewModel;
  }
}
