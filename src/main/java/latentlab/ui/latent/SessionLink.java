package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;
import latentlab.ui.latent.points.ImageEncoder;
import latentlab.ui.latent.points.PointsViewModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelFollower;

/** Makes the view model follow the model that the session explores. For the JavaFX thread. */
final class SessionLink implements ModelFollower.Listener<SessionLink.Found>, AutoCloseable {

  private final LatentSpaceViewModel viewModel;
  private final PointsViewModel points;
  private final ModelFollower<Found> follower;

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
    this.viewModel = viewModel;
    this.points = points;
    follower = new ModelFollower<>(session, Found::of, this, uiThread);
  }

  /** Does something once the view model explores the session's model; the latest counts. */
  void whenExplored(Runnable action) {
    follower.whenKnown(action);
  }

  @Override
  public void close() {
    follower.close();
  }

  /** What is shown of the model before stays until the next one is known. */
  @Override
  public void modelChanged(Optional<ExploredModel> now) {
    now.ifPresentOrElse(model -> viewModel.setLive(model.live()), this::exploreNothing);
  }

  @Override
  public void cameToRest() {
    viewModel.setLive(false);
    points.refresh();
  }

  @Override
  public void weightsChanged() {
    viewModel.pictures().weightsChanged();
    points.weightsChanged();
  }

  @Override
  public void known(Found found) {
    viewModel.sliders().setEncoded(found.encoder().isPresent());
    found
        .encoder()
        .ifPresentOrElse(encoder -> points.explore(found.card(), encoder), points::exploreNothing);
    found
        .space()
        .ifPresentOrElse(
            viewModel::explore,
            () -> viewModel.exploreNothing(LatentSpaceViewModel.Stage.WITHOUT_LATENT_SPACE));
  }

  @Override
  public void failed(Throwable failure) {
    exploreNothing();
    viewModel.fail(failure);
  }

  private void exploreNothing() {
    points.exploreNothing();
    viewModel.exploreNothing(LatentSpaceViewModel.Stage.WAITING);
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
  record Found(ModelCard card, Optional<ExploredSpace> space, Optional<ImageEncoder> encoder) {

    /** On the model's thread. */
    private static Found of(GenerativeModel model, ExploredModel explored) {
      ModelReplica replica = explored.replica();
      return new Found(explored.card(), spaceOf(model, replica), encoderOf(model, replica));
    }
  }
}
