package latentlab.ui.diffusion;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.data.ImageBatch;
import latentlab.failure.UserException;
import latentlab.models.GenerativeModel;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.denoising.Trajectory;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.history.GestureWatch;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.session.BundledModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which noise becomes images step by step. */
public final class DiffusionTab implements PictureTab, UndoableTab {

  private static final String ID = "diffusion";

  private final Messages messages;
  private final DiffusionViewModel viewModel;
  private final DiffusionLink link;
  private final DiffusionView view;
  private final ExplorationSession session;
  private final UndoHistory<SamplingState> history;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param session tells which model is explored
   * @param bundled opens a diffusion model where another model is explored
   * @param background runs what may block
   * @param messages the words
   */
  public DiffusionTab(
      ExplorationSession session, BundledModel bundled, Executor background, Messages messages) {
    this.messages = messages;
    this.session = session;
    viewModel = new DiffusionViewModel(Platform::runLater, new FxPulses(), messages);
    view =
        new DiffusionView(
            viewModel, () -> background.execute(() -> open(bundled, session)), messages);
    link = new DiffusionLink(session, viewModel, Platform::runLater);
    history =
        new UndoHistory<>(() -> SamplingState.of(viewModel), viewModel::restore, System::nanoTime);
    GestureWatch.watch(view, history);
    viewModel.choices().addListener((property, before, now) -> history.changed());
    viewModel.start().addListener((property, before, now) -> history.changed());
    viewModel.startStep().addListener((property, before, now) -> history.changed());
    viewModel.stage().addListener((property, before, now) -> history.clear());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return messages.text("diffusion.title");
  }

  @Override
  public Ikon icon() {
    return Feather.WIND;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public boolean suits(GenerativeModel model) {
    return model instanceof StepwiseSampler;
  }

  @Override
  public boolean isSettled() {
    return viewModel.stage().get() != DiffusionViewModel.Stage.WAITING
        && !viewModel.running().get()
        && !viewModel.playing().get();
  }

  /** On the way, where noise and image are both to be seen. */
  @Override
  public void showExample() {
    viewModel.goTo(viewModel.length().get() * 3 / 5);
  }

  @Override
  public UndoHistory<?> history() {
    return history;
  }

  /** The images at the end of the way, whatever step is looked at. */
  @Override
  public Optional<ImageBatch> picture() {
    return Optional.ofNullable(viewModel.finished().get()).map(Trajectory::result);
  }

  @Override
  public Optional<ImageOrigin> origin() {
    Trajectory made = viewModel.finished().get();
    if (made == null) {
      return Optional.empty();
    }
    Optional<SamplingChoices> choices = Optional.ofNullable(viewModel.madeWith().get());
    return session
        .current()
        .map(model -> SamplingOrigin.of(ImageOrigin.of(model.reference(), ID), made, choices));
  }

  @Override
  public boolean restore(ImageOrigin origin) {
    if (origin.way().isEmpty()) {
      return false;
    }
    link.whenExplored(
        () -> {
          DiffusionModel model = viewModel.model().get();
          if (model != null) {
            SamplingOrigin.choices(origin, model)
                .ifPresent(
                    choices -> {
                      if (SamplingOrigin.beganWithNoise(origin)) {
                        viewModel.repeat(choices);
                      } else {
                        viewModel.choose(now -> choices);
                      }
                    });
          }
        });
    return true;
  }

  /** What is seen first are images in the making. */
  @Override
  public void onShown() {
    viewModel.setShown(true);
  }

  @Override
  public void onHidden() {
    viewModel.setShown(false);
  }

  private void open(BundledModel bundled, ExplorationSession session) {
    try {
      Optional<ExploredModel> opened = bundled.open();
      Platform.runLater(
          () ->
              opened.ifPresentOrElse(
                  session::explore,
                  () -> viewModel.tell(messages.text("diffusion.bundled.missing"))));
    } catch (UserException problem) {
      Platform.runLater(() -> viewModel.fail(problem));
    }
  }

  @Override
  public void close() {
    link.close();
    viewModel.close();
  }

  /** What the tab does, for tests. */
  DiffusionViewModel viewModel() {
    return viewModel;
  }
}
