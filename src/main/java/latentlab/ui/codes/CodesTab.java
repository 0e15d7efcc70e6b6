package latentlab.ui.codes;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.data.ImageBatch;
import latentlab.models.CodeGrid;
import latentlab.models.GenerativeModel;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.history.GestureWatch;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.CapableModels;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which an image's codes are seen and swapped. */
public final class CodesTab implements PictureTab, UndoableTab {

  private final Messages messages;
  private final CodesViewModel viewModel;
  private final CapableModels<ShelvedModel> shelf;
  private final CodesLink link;
  private final CodesView view;
  private final ExplorationSession session;
  private final UndoHistory<CodesState> history;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param opening knows the explored model and the shelf, and explores models of the shelf
   * @param examples give images, and those over which codes are counted
   * @param background runs what may block
   * @param messages the words
   */
  public CodesTab(
      ModelOpening opening, TestImages examples, Executor background, Messages messages) {
    this.messages = messages;
    viewModel =
        new CodesViewModel(
            new ImageInputViewModel(examples, background, Platform::runLater),
            examples,
            Platform::runLater,
            new FxPulses());
    shelf =
        new CapableModels<>(
            opening.shelf(),
            (shelved, model) -> model instanceof CodeGrid ? Optional.of(shelved) : Optional.empty(),
            background,
            Platform::runLater);
    view = new CodesView(viewModel, shelf, opening::explore, messages);
    session = opening.session();
    link = new CodesLink(session, viewModel, Platform::runLater);
    history = new UndoHistory<>(viewModel::state, viewModel::restore, System::nanoTime);
    GestureWatch.watch(view, history);
    viewModel.codes().addListener((property, before, now) -> history.changed());
    viewModel.beginnings().addListener((property, before, now) -> history.clear());
    viewModel.stage().addListener((property, before, now) -> history.clear());
  }

  @Override
  public String id() {
    return CodesOrigin.ACTIVITY;
  }

  @Override
  public String title() {
    return messages.text("codes.title");
  }

  @Override
  public Ikon icon() {
    return Feather.HASH;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public boolean suits(GenerativeModel model) {
    return model instanceof CodeGrid;
  }

  @Override
  public boolean isSettled() {
    return viewModel.isSettled();
  }

  @Override
  public UndoHistory<?> history() {
    return history;
  }

  /** What the codes draw. */
  @Override
  public Optional<ImageBatch> picture() {
    return Optional.ofNullable(viewModel.picture().get());
  }

  @Override
  public Optional<ImageOrigin> origin() {
    return session
        .current()
        .flatMap(
            model ->
                CodesOrigin.of(
                    ImageOrigin.of(model.reference(), CodesOrigin.ACTIVITY), viewModel.state()));
  }

  @Override
  public boolean restore(ImageOrigin origin) {
    if (!CodesOrigin.isToldBy(origin)) {
      return false;
    }
    link.whenExplored(
        () -> {
          CodeModel model = viewModel.model().get();
          if (model != null) {
            CodesOrigin.state(origin, model).ifPresent(viewModel::restore);
          }
        });
    return true;
  }

  @Override
  public void onShown() {
    shelf.want();
    viewModel.setShown(true);
  }

  @Override
  public void onHidden() {
    viewModel.setShown(false);
  }

  @Override
  public void close() {
    link.close();
    shelf.close();
  }

  /** What the tab does, for tests. */
  CodesViewModel viewModel() {
    return viewModel;
  }
}
