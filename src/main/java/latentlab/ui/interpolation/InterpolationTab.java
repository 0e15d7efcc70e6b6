package latentlab.ui.interpolation;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.data.ImageBatch;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.history.GestureWatch;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.AnchorDesk;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.TestImages;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which one walks from image to image. */
public final class InterpolationTab implements PictureTab, UndoableTab {

  private static final String ID = "interpolation";

  private final Messages messages;
  private final InterpolationViewModel viewModel;
  private final InterpolationLink link;
  private final InterpolationView view;
  private final LatentModels latentModels;
  private final ExplorationSession session;
  private final UndoHistory<InterpolationState> history;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param opening tells which model is explored, and which others there are
   * @param examples gives test images
   * @param anchors brings points of the latent space
   * @param background runs what may block
   * @param messages the words
   */
  public InterpolationTab(
      ModelOpening opening,
      TestImages examples,
      AnchorDesk anchors,
      Executor background,
      Messages messages) {
    this.messages = messages;
    session = opening.session();
    ImageInputViewModel input = new ImageInputViewModel(examples, background, Platform::runLater);
    viewModel = new InterpolationViewModel(examples, input, Platform::runLater, new FxPulses());
    latentModels = new LatentModels(opening.shelf(), Platform::runLater);
    link = new InterpolationLink(opening, examples, viewModel, Platform::runLater, messages);
    view =
        new InterpolationView(
            viewModel,
            link,
            latentModels,
            opening::explore,
            new InterpolationExport(viewModel, this::origin, background, messages),
            messages);
    history =
        new UndoHistory<>(
            () -> new InterpolationState(viewModel.plan().get(), link.beside().get()),
            this::goTo,
            System::nanoTime);
    GestureWatch.watch(view, history);
    viewModel.plan().addListener((property, before, now) -> history.changed());
    link.beside().addListener((property, before, now) -> history.changed());
    viewModel.beginnings().addListener((property, before, now) -> history.clear());
    anchors.attend(given -> viewModel.take(Anchor.at(given.code(), given.label())));
  }

  /** The strips that are there are not drawn anew where only a model comes or goes. */
  private void goTo(InterpolationState past) {
    if (!past.plan().equals(viewModel.plan().get())) {
      viewModel.restore(past.plan());
    }
    link.restore(past.beside());
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return messages.text("interpolation.title");
  }

  @Override
  public Ikon icon() {
    return Feather.SHUFFLE;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public boolean suits(GenerativeModel model) {
    return model instanceof LatentSpace || model instanceof ClassConditional;
  }

  @Override
  public boolean isSettled() {
    return viewModel.lanes().stream()
        .allMatch(lane -> lane.stage().get() != PathLane.Stage.WAITING);
  }

  @Override
  public UndoHistory<?> history() {
    return history;
  }

  /** The strip of the explored model. */
  @Override
  public Optional<ImageBatch> picture() {
    return drawn().map(DrawnStrip::images);
  }

  /** A strip. */
  @Override
  public int columns(int count) {
    return count;
  }

  @Override
  public Optional<ImageOrigin> origin() {
    return drawn()
        .flatMap(
            strip ->
                session
                    .current()
                    .map(
                        model ->
                            PathOrigin.of(
                                ImageOrigin.of(model.reference(), ID),
                                strip,
                                viewModel.lanes().get(0).isConditional(),
                                viewModel.film().position().get())));
  }

  private Optional<DrawnStrip> drawn() {
    return viewModel.lanes().stream().findFirst().flatMap(PathLane::drawn);
  }

  @Override
  public boolean restore(ImageOrigin origin) {
    if (!PathOrigin.isToldBy(origin)) {
      return false;
    }
    link.whenExplored(
        space -> {
          viewModel.restore(PathOrigin.plan(origin, space, viewModel.plan().get()));
          PathOrigin.position(origin).ifPresent(viewModel.film()::goTo);
        });
    return true;
  }

  @Override
  public void onShown() {
    viewModel.setShown(true);
    view.lookForModels();
  }

  @Override
  public void onHidden() {
    viewModel.setShown(false);
  }

  @Override
  public void close() {
    link.close();
    viewModel.close();
  }

  /** What the tab does, for tests. */
  InterpolationViewModel viewModel() {
    return viewModel;
  }
}
