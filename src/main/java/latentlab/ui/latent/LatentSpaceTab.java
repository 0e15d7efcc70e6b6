package latentlab.ui.latent;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.LabTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which the latent space of the explored model can be walked through. */
public final class LatentSpaceTab implements LabTab {

  private final Messages messages;
  private final LatentSpaceViewModel viewModel;
  private final SessionLink link;
  private final LatentSpaceView view;
  private final AnimationTimer refresh;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param session tells which model is explored
   * @param messages the words
   */
  public LatentSpaceTab(ExplorationSession session, Messages messages) {
    this.messages = messages;
    viewModel = new LatentSpaceViewModel(Platform::runLater, System::nanoTime);
    view = new LatentSpaceView(viewModel, messages);
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
    link = new SessionLink(session, viewModel, Platform::runLater);
  }

  @Override
  public String id() {
    return "latent-space";
  }

  @Override
  public String title() {
    return messages.text("latent.title");
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
  public void onShown() {
    viewModel.pictures().setActive(true);
  }

  @Override
  public void onHidden() {
    viewModel.pictures().setActive(false);
  }

  @Override
  public void close() {
    link.close();
    viewModel.close();
  }

  /** What the tab does, for measurements and tests. */
  LatentSpaceViewModel viewModel() {
    return viewModel;
  }

  private void runRefresh(boolean waiting) {
    if (waiting) {
      refresh.start();
    } else {
      refresh.stop();
    }
  }
}
