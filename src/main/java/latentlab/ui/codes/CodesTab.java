package latentlab.ui.codes;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.models.CodeGrid;
import latentlab.models.GenerativeModel;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.CapableModels;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which an image's codes are seen and swapped. */
public final class CodesTab implements LabTab {

  private final Messages messages;
  private final CodesViewModel viewModel;
  private final CapableModels<ShelvedModel> shelf;
  private final CodesLink link;
  private final CodesView view;

  /**
   * A tab that follows the session's model until it is closed. On the JavaFX thread.
   *
   * @param opening knows the explored model and the shelf, and explores models of the shelf
   * @param examples give images, and those over which codes are counted
   * @param background runs what may block
   * @param messages the words
   */
  public CodesTab(
      ModelOpening opening, TestImages examples, Executor background, Messages messages) {
    this.messages = messages;
    viewModel =
        new CodesViewModel(
            new ImageInputViewModel(examples, background, Platform::runLater),
            examples,
            Platform::runLater);
    shelf =
        new CapableModels<>(
            opening.shelf(),
            (shelved, model) -> model instanceof CodeGrid ? Optional.of(shelved) : Optional.empty(),
            background,
            Platform::runLater);
    view = new CodesView(viewModel, shelf, opening::explore, messages);
    link = new CodesLink(opening.session(), viewModel, Platform::runLater);
  }

  @Override
  public String id() {
    return "codes";
  }

  @Override
  public String title() {
    return messages.text("codes.title");
  }

  @Override
  public Ikon icon() {
    return Feather.HASH;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public boolean suits(GenerativeModel model) {
    return model instanceof CodeGrid;
  }

  @Override
  public boolean isSettled() {
    return viewModel.picture().get() != null && viewModel.usage().get() != null;
  }

  @Override
  public void onShown() {
    shelf.want();
    viewModel.setShown(true);
  }

  @Override
  public void onHidden() {
    viewModel.setShown(false);
  }

  @Override
  public void close() {
    link.close();
    shelf.close();
  }

  /** What the tab does, for tests. */
  CodesViewModel viewModel() {
    return viewModel;
  }
}
