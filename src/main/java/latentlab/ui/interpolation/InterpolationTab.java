package latentlab.ui.interpolation;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which one walks from image to image. */
public final class InterpolationTab implements LabTab {

  private final Messages messages;
  private final InterpolationViewModel viewModel;
  private final InterpolationLink link;
  private final InterpolationView view;
  private final LatentModels latentModels;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param opening tells which model is explored, and which others there are
   * @param examples gives test images
   * @param background runs what may block
   * @param messages the words
   */
  public InterpolationTab(
      ModelOpening opening, TestImages examples, Executor background, Messages messages) {
    this.messages = messages;
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
            new InterpolationExport(viewModel, background, messages),
            messages);
  }

  @Override
  public String id() {
    return "interpolation";
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
