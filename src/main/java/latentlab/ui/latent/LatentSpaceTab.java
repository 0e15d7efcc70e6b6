package latentlab.ui.latent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import latentlab.data.ImageBatch;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.bridge.FrameHandover;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.history.GestureWatch;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.neighbours.NeighboursViewModel;
import latentlab.ui.neighbours.TrainingImages;
import latentlab.ui.session.AnchorDesk;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.LatentAnchor;
import latentlab.ui.session.ModelWatch;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.TestImages;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which the latent space of the explored model can be walked through. */
public final class LatentSpaceTab implements PictureTab, UndoableTab {

  static final String ID = "latent-space";

  /** A fraction of a frame: nobody sees that it is late, but everybody whether it has it all. */
  private static final Duration PATIENCE = Duration.ofMillis(4);

  /** So long must a picture stay until its neighbours are looked for. */
  private static final long REST_MILLIS = 250;

  private final Messages messages;
  private final LatentSpaceViewModel viewModel;
  private final PointsViewModel points;
  private final NeighboursViewModel neighbours;
  private final SessionLink link;
  private final ModelWatch neighboursLink;
  private final LatentSpaceView view;
  private final AnimationTimer refresh;
  private boolean shown;
  private final FrameHandover handover = new FrameHandover(Platform::runLater, System::nanoTime);
  private final Runnable awaitPicture = this::awaitPicture;
  private final ExplorationSession session;
  private final UndoHistory<LatentState> history;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param session tells which model is explored
   * @param testImages gives the images that are shown as points
   * @param trainingImages opens those that pictures are compared with
   * @param anchors takes points through which ways are to lead
   * @param background runs what takes long
   * @param messages the words
   */
  public LatentSpaceTab(
      ExplorationSession session,
      TestImages testImages,
      TrainingImages trainingImages,
      AnchorDesk anchors,
      Executor background,
      Messages messages) {
    this.messages = messages;
    this.session = session;
    viewModel = new LatentSpaceViewModel(handover, System::nanoTime);
    points = new PointsViewModel(testImages, background, Platform::runLater, new FxPulses());
    neighbours =
        new NeighboursViewModel(
            trainingImages,
            CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, background),
            Platform::runLater,
            new FxPulses());
    view =
        new LatentSpaceView(
            viewModel,
            points,
            neighbours,
            point -> anchors.leave(new LatentAnchor(point.toList(), viewModel.chosenClass().get())),
            messages);
    view.mode().addListener((observable, before, now) -> look());
    view.sceneProperty().addListener((observable, before, now) -> paceFrames(before, now));
    viewModel.sliders().principal().addListener((observable, before, now) -> look());
    refresh =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            viewModel.pictures().refreshIfDue();
          }
        };
    viewModel
        .pictures()
        .waitingToRefresh()
        .addListener((observable, before, waiting) -> runRefresh(waiting));
    link = new SessionLink(session, viewModel, points, Platform::runLater);
    neighboursLink =
        new ModelWatch(
            session, now -> neighbours.explore(now.map(ExploredModel::card).orElse(null)));
    viewModel
        .pictures()
        .decoded()
        .addListener(
            (observable, before, now) -> neighbours.show(now == null ? null : now.images()));
    history =
        new UndoHistory<>(() -> LatentState.of(viewModel), viewModel::restore, System::nanoTime);
    watchSteps();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String title() {
    return messages.text("latent.title");
  }

  @Override
  public Ikon icon() {
    return Feather.MAP;
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
    return viewModel.stage().get() != LatentSpaceViewModel.Stage.WAITING
        && viewModel.pictures().areComplete();
  }

  @Override
  public UndoHistory<?> history() {
    return history;
  }

  @Override
  public Optional<ImageBatch> picture() {
    return Optional.ofNullable(viewModel.pictures().decoded().get()).map(DecodedPoint::images);
  }

  /** Of the picture that is seen, be it of the chosen point or of the one under the pointer. */
  @Override
  public Optional<ImageOrigin> origin() {
    ExploredSpace space = viewModel.space().get();
    DecodedPoint decoded = viewModel.pictures().decoded().get();
    if (space == null || decoded == null) {
      return Optional.empty();
    }
    return session
        .current()
        .map(
            model ->
                LatentState.of(viewModel)
                    .origin(
                        model.reference(),
                        decoded.point(),
                        viewModel.seed().get(),
                        !space.classNames().isEmpty()));
  }

  @Override
  public boolean restore(ImageOrigin origin) {
    if (!LatentState.isToldBy(origin)) {
      return false;
    }
    link.whenExplored(() -> goTo(origin));
    return true;
  }

  private void goTo(ImageOrigin origin) {
    ExploredSpace space = viewModel.space().get();
    if (space != null) {
      viewModel.restore(LatentState.of(viewModel).with(origin, space));
      origin.seed().ifPresent(viewModel.seed()::set);
    }
  }

  /** Steps in one space mean nothing in another. */
  private void watchSteps() {
    GestureWatch.watch(view, history);
    viewModel.chosen().addListener((observable, before, now) -> history.changed());
    viewModel.plane().addListener((observable, before, now) -> history.changed());
    viewModel.chosenClass().addListener((observable, before, now) -> history.changed());
    viewModel
        .space()
        .addListener(
            (observable, before, now) -> {
              if (before == null
                  || now == null
                  || !before.hasFormOf(now)
                  || !before.classNames().equals(now.classNames())) {
                history.clear();
              }
            });
  }

  @Override
  public void onShown() {
    viewModel.pictures().setActive(true);
    shown = true;
    look();
  }

  @Override
  public void onHidden() {
    viewModel.pictures().setActive(false);
    shown = false;
    look();
  }

  @Override
  public void close() {
    link.close();
    viewModel.close();
    points.close();
    neighboursLink.close();
    neighbours.close();
  }

  /** What the tab does, for measurements and tests. */
  LatentSpaceViewModel viewModel() {
    return viewModel;
  }

  /** The points, for measurements and tests. */
  PointsViewModel points() {
    return points;
  }

  /** What a slider asks for comes into the frame in which the slider moves. */
  private void awaitPicture() {
    if (shown) {
      handover.awaitFor(() -> viewModel.pictures().expectsWithin(PATIENCE.toNanos()), PATIENCE);
    }
  }

  private void paceFrames(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removePreLayoutPulseListener(awaitPicture);
    }
    if (now != null) {
      now.addPreLayoutPulseListener(awaitPicture);
    }
  }

  private void look() {
    boolean needed = view.mode().get() != ViewMode.GRID || viewModel.sliders().principal().get();
    points.setLooked(shown && needed);
  }

  private void runRefresh(boolean waiting) {
    if (waiting) {
      refresh.start();
    } else {
      refresh.stop();
    }
  }
}
