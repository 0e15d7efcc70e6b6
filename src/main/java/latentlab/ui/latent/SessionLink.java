package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.value.ChangeListener;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.training.ModelReplica;
import latentlab.ui.latent.points.ImageEncoder;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import org.jspecify.annotations.Nullable;

/** Makes the view model follow the model that the session explores. For the JavaFX thread. */
final class SessionLink implements AutoCloseable {

  private final ExplorationSession session;
  private final LatentSpaceViewModel viewModel;
  private final PointsViewModel points;
  private final Executor uiThread;
  private final ChangeListener<@Nullable ExploredModel> modelChanged =
      (observable, before, now) -> follow(Optional.ofNullable(before), Optional.ofNullable(now));
  private final ChangeListener<Number> weightsChanged;
  private @Nullable ModelReplica shown;
  private Runnable afterNext = () -> {};

  /**
   * Starts with the session's present model.
   *
   * @param session is followed until this is closed
   * @param viewModel is told
   * @param points is told which images can be encoded
   * @param uiThread runs what calls the view model
   */
  SessionLink(
      ExplorationSession session,
      LatentSpaceViewModel viewModel,
      PointsViewModel points,
      Executor uiThread) {
    this.points = points;
    this.session = session;
    this.viewModel = viewModel;
    this.uiThread = uiThread;
    weightsChanged =
        (observable, before, now) -> {
          viewModel.pictures().weightsChanged();
          points.weightsChanged();
        };
    session.model().addListener(modelChanged);
    session.revision().addListener(weightsChanged);
    follow(Optional.empty(), session.current());
  }

  /** Does something once the view model explores the session's model; the latest counts. */
  void whenExplored(Runnable action) {
    if (session.current().filter(model -> model.replica() == shown).isPresent()) {
      action.run();
    } else {
      afterNext = action;
    }
  }

  @Override
  public void close() {
    session.model().removeListener(modelChanged);
    session.revision().removeListener(weightsChanged);
  }

  private void follow(Optional<ExploredModel> before, Optional<ExploredModel> now) {
    if (now.isEmpty()) {
      points.exploreNothing();
      shown = null;
      viewModel.exploreNothing(LatentSpaceViewModel.Stage.WAITING);
      return;
    }
    ModelReplica replica = now.get().replica();
    viewModel.setLive(now.get().live());
    if (before.isPresent() && before.get().live() && !now.get().live()) {
      points.refresh();
    }
    if (before.isEmpty() || before.get().replica() != replica) {
      shown = null;
      ExploredModel explored = now.get();
      CompletableFuture<Found> unused =
          replica
              .ask(model -> new Found(spaceOf(model, replica), encoderOf(model, replica)))
              .whenComplete(
                  (found, failure) -> {
                    Runnable news =
                        failure == null ? () -> show(explored, found) : () -> fail(failure);
                    uiThread.execute(() -> runIfExplored(replica, () -> tell(news, replica)));
                  });
    }
  }

  /** What waited for this model comes after the news of it. */
  private void tell(Runnable news, ModelReplica replica) {
    news.run();
    shown = replica;
    Runnable waiting = afterNext;
    afterNext = () -> {};
    waiting.run();
  }

  private void runIfExplored(ModelReplica replica, Runnable news) {
    if (session.current().filter(model -> model.replica() == replica).isPresent()) {
      news.run();
    }
  }

  private void show(ExploredModel explored, Found found) {
    viewModel.sliders().setEncoded(found.encoder().isPresent());
    found
        .encoder()
        .ifPresentOrElse(
            encoder -> points.explore(explored.card(), encoder), points::exploreNothing);
    found
        .space()
        .ifPresentOrElse(
            viewModel::explore,
            () -> viewModel.exploreNothing(LatentSpaceViewModel.Stage.WITHOUT_LATENT_SPACE));
  }

  private void fail(Throwable failure) {
    points.exploreNothing();
    viewModel.exploreNothing(LatentSpaceViewModel.Stage.WAITING);
    viewModel.fail(failure);
  }

  /** What can be explored of a model. On the model's thread. */
  private static Optional<ExploredSpace> spaceOf(GenerativeModel model, ModelReplica replica) {
    if (model instanceof ClassConditional conditional) {
      return Optional.of(spaceOfClasses(model, conditional, replica));
    }
    if (!(model instanceof LatentSpace space)) {
      return Optional.empty();
    }
    Decoder decoder = codes -> replica.ask(asked -> ((LatentSpace) asked).decode(codes));
    return Optional.of(new ExploredSpace(space.latentSize(), space.latentExtent(), decoder));
  }

  /** How images are encoded, if they can be. On the model's thread. */
  private static Optional<ImageEncoder> encoderOf(GenerativeModel model, ModelReplica replica) {
    if (model instanceof ClassConditional conditional) {
      return conditional.ofClass(0) instanceof Encoder
          ? Optional.of(
              images -> replica.ask(asked -> ClassCodes.encode((ClassConditional) asked, images)))
          : Optional.empty();
    }
    return model instanceof Encoder
        ? Optional.of(images -> replica.ask(asked -> ((Encoder) asked).encode(images)))
        : Optional.empty();
  }

  private static ExploredSpace spaceOfClasses(
      GenerativeModel model, ClassConditional conditional, ModelReplica replica) {
    List<String> names = model.images().classNames();
    List<Decoder> decoders = new ArrayList<>();
    for (int label = 0; label < names.size(); label++) {
      decoders.add(decoderOf(label, replica));
    }
    LatentSpace first = conditional.ofClass(0);
    return new ExploredSpace(first.latentSize(), first.latentExtent(), names, decoders);
  }

  private static Decoder decoderOf(int label, ModelReplica replica) {
    return codes -> replica.ask(asked -> ((ClassConditional) asked).ofClass(label).decode(codes));
  }

  /** What was found out about a model. */
  private record Found(Optional<ExploredSpace> space, Optional<ImageEncoder> encoder) {}
}
