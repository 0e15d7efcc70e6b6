package latentlab.ui;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import latentlab.ui.classes.ClassesTab;
import latentlab.ui.codes.CodesTab;
import latentlab.ui.compare.CompareTab;
import latentlab.ui.diffusion.DiffusionTab;
import latentlab.ui.interpolation.InterpolationTab;
import latentlab.ui.latent.LatentSpaceTab;
import latentlab.ui.session.AnchorDesk;
import latentlab.ui.session.DeferredTab;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;
import latentlab.ui.training.TrainingTab;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The tabs of one window. Those that a start does not need are built when they are first looked at.
 * For the JavaFX thread.
 */
final class LabTabs {

  private final Messages messages;
  private final TrainingTab training;
  private final LatentSpaceTab latentSpace;
  private final List<LabTab> others;

  /** {@code announcements} takes one line for the user. */
  LabTabs(
      TrainingTab.Context context,
      ModelOpening opening,
      WindowSources sources,
      Consumer<String> announcements,
      Messages messages) {
    this.messages = messages;
    AnchorDesk anchors = new AnchorDesk(announcements, messages);
    training = new TrainingTab(context, opening, announcements, messages);
    latentSpace =
        new LatentSpaceTab(
            opening.session(),
            sources.testImages(),
            sources.trainingImages(),
            anchors,
            context.background(),
            messages);
    others = others(opening, sources, anchors, context.background());
  }

  private List<LabTab> others(
      ModelOpening opening, WindowSources sources, AnchorDesk anchors, Executor background) {
    ExplorationSession session = opening.session();
    TestImages images = sources.testImages();
    DeferredTab<InterpolationTab> interpolation =
        deferred(
            "interpolation",
            Feather.SHUFFLE,
            () -> new InterpolationTab(opening, images, anchors, background, messages));
    anchors.callWhenNeeded(interpolation::built);
    return List.of(
        interpolation,
        deferred(
            "classes",
            Feather.GRID,
            () -> new ClassesTab(opening, sources.classifiers(), images, background, messages)),
        deferred("codes", Feather.HASH, () -> new CodesTab(opening, images, background, messages)),
        deferred(
            "diffusion",
            Feather.WIND,
            () -> new DiffusionTab(session, sources.diffusion(), background, messages)),
        deferred(
            "compare",
            Feather.COLUMNS,
            () ->
                new CompareTab(
                    session, opening.shelf(), images, sources.figures(), background, messages)));
  }

  TrainingTab training() {
    return training;
  }

  LatentSpaceTab latentSpace() {
    return latentSpace;
  }

  /** All tabs, from left to right. */
  List<LabTab> inOrder() {
    return Stream.concat(Stream.of(training, latentSpace), others.stream()).toList();
  }

  private <T extends LabTab> DeferredTab<T> deferred(String id, Ikon icon, Supplier<T> builder) {
    return new DeferredTab<>(id, messages.text(id + ".title"), icon, builder);
  }
}
