package latentlab.ui.keepsake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ModelReference;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/**
 * Goes back to the state in which a picture was made: opens its model, shows its tab and lets that
 * take the state. For the JavaFX thread; needs no toolkit.
 */
public final class StateRestorer {

  private final List<? extends LabTab> tabs;
  private final ModelOpening opening;
  private final Consumer<String> showTab;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> announcements;
  private final Messages messages;

  /** The request that counts; later ones replace it. */
  private int newest;

  /**
   * Restores nothing yet.
   *
   * @param tabs all tabs of the window
   * @param opening has the models
   * @param showTab brings the tab of an id to the front
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param announcements takes one line for the user
   * @param messages the words
   */
  public StateRestorer(
      List<? extends LabTab> tabs,
      ModelOpening opening,
      Consumer<String> showTab,
      Executor background,
      Executor foreground,
      Consumer<String> announcements,
      Messages messages) {
    this.tabs = List.copyOf(tabs);
    this.opening = opening;
    this.showTab = showTab;
    this.background = background;
    this.foreground = foreground;
    this.announcements = announcements;
    this.messages = messages;
  }

  /**
   * Goes back to the state that a file tells. What is wrong with it is announced.
   *
   * @param file a PNG that this program wrote
   */
  public void restore(Path file) {
    int request = ++newest;
    background.execute(
        () -> {
          try {
            Optional<ImageOrigin> origin = DescribedPicture.read(file);
            foreground.execute(
                () -> {
                  if (request == newest) {
                    origin.ifPresent(this::restore);
                  }
                });
          } catch (RuntimeException problem) {
            String line = Failures.oneLine(problem);
            foreground.execute(() -> announcements.accept(line));
          }
        });
  }

  /**
   * Goes back to a state. If its model is not there, it is named and nothing changes.
   *
   * @param origin how a picture was made
   */
  public void restore(ImageOrigin origin) {
    int request = ++newest;
    Optional<ExploredModel> explored = opening.session().current();
    Optional<ExploredModel> trained = Optional.ofNullable(opening.session().trained().get());
    List<ShelvedModel> shelved = candidates(origin.model());
    background.execute(
        () -> {
          Optional<Runnable> found = find(origin.model(), explored, trained, shelved);
          foreground.execute(
              () -> {
                if (request == newest) {
                  found.ifPresentOrElse(open -> restore(open, origin), () -> tellMissing(origin));
                }
              });
        });
  }

  /** Models of the family, those of the name first: then most often one hash is read. */
  private List<ShelvedModel> candidates(ModelReference wanted) {
    List<ShelvedModel> candidates = new ArrayList<>();
    for (ShelvedModel model : opening.shelf().models()) {
      if (model.card().family().equals(wanted.family())) {
        candidates.add(model);
      }
    }
    candidates.sort(Comparator.comparing(model -> !model.name().equals(wanted.id())));
    return candidates;
  }

  /** How to open the model; in the background. */
  private Optional<Runnable> find(
      ModelReference wanted,
      Optional<ExploredModel> explored,
      Optional<ExploredModel> trained,
      List<ShelvedModel> shelved) {
    if (explored.filter(model -> isMeant(wanted, model)).isPresent()) {
      return Optional.of(() -> {});
    }
    if (trained.filter(model -> isMeant(wanted, model)).isPresent()) {
      return Optional.of(opening::exploreTrained);
    }
    return shelved.stream()
        .filter(model -> wanted.means(model.reference()))
        .findFirst()
        .map(model -> () -> opening.explore(model));
  }

  /** A model that was never stored is known by its title only. */
  private static boolean isMeant(ModelReference wanted, ExploredModel model) {
    ModelReference reference = model.reference().withHash(model.hash().read());
    return wanted.means(reference) || (wanted.id().isEmpty() && reference.equals(wanted));
  }

  private void restore(Runnable open, ImageOrigin origin) {
    open.run();
    List<PictureTab> able = new ArrayList<>();
    for (LabTab tab : tabs) {
      if (tab.built() instanceof PictureTab pictures) {
        able.add(pictures);
      }
    }
    able.sort(Comparator.comparing(tab -> !tab.id().equals(origin.activity())));
    for (PictureTab tab : able) {
      if (tab.restore(origin)) {
        showTab.accept(tab.id());
        announcements.accept(messages.text("keepsake.restored", origin.model().title()));
        return;
      }
    }
    announcements.accept(messages.text("keepsake.no-tab", origin.model().title()));
  }

  private void tellMissing(ImageOrigin origin) {
    String name = origin.model().id().isEmpty() ? origin.model().title() : origin.model().id();
    announcements.accept(
        messages.text(
            "keepsake.no-model",
            name,
            origin.model().weightsHash().map(h -> h.substring(0, 12)).orElse("-")));
  }
}
