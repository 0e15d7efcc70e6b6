package latentlab.ui.diffusion;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.failure.UserException;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.session.BundledModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which noise becomes images step by step. */
public final class DiffusionTab implements LabTab {

  private final Messages messages;
  private final DiffusionViewModel viewModel;
  private final DiffusionLink link;
  private final DiffusionView view;

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
    viewModel = new DiffusionViewModel(Platform::runLater, new FxPulses());
    view =
        new DiffusionView(
            viewModel, () -> background.execute(() -> open(bundled, session)), messages);
    link = new DiffusionLink(session, viewModel, Platform::runLater);
  }

  @Override
  public String id() {
    return "diffusion";
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
