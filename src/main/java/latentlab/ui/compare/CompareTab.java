package latentlab.ui.compare;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.models.GenerativeModel;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which all stored models get the same input and the same seed. */
public final class CompareTab implements LabTab {

  private final Messages messages;
  private final PicturesViewModel pictures;
  private final FiguresViewModel figures;
  private final CompareView view;

  /**
   * A tab that opens no model before it is seen. On the JavaFX thread.
   *
   * @param shelf the models
   * @param examples gives test images
   * @param source measures models
   * @param background runs what may block
   * @param messages the words
   */
  public CompareTab(
      ModelShelf shelf,
      TestImages examples,
      FigureSource source,
      Executor background,
      Messages messages) {
    this.messages = messages;
    ImageInputViewModel input = new ImageInputViewModel(examples, background, Platform::runLater);
    pictures = new PicturesViewModel(shelf, input, Platform::runLater, messages);
    figures =
        new FiguresViewModel(
            shelf, source, background, Platform::runLater, new FxPulses(), messages);
    view = new CompareView(pictures, figures, input, messages);
  }

  @Override
  public String id() {
    return "compare";
  }

  @Override
  public String title() {
    return messages.text("compare.title");
  }

  @Override
  public Ikon icon() {
    return Feather.COLUMNS;
  }

  @Override
  public Node view() {
    return view;
  }

  /** It shows all models, whichever is explored. */
  @Override
  public boolean suits(GenerativeModel model) {
    return false;
  }

  @Override
  public boolean isSettled() {
    return pictures.isSettled() && !figures.running().get();
  }

  @Override
  public void onShown() {
    pictures.show();
  }

  @Override
  public void close() {
    figures.close();
  }
}
