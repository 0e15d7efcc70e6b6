package latentlab.ui.compare;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import latentlab.data.ImageBatch;
import latentlab.models.GenerativeModel;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.bridge.FxPulses;
import latentlab.ui.history.GestureWatch;
import latentlab.ui.history.UndoHistory;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.PictureTab;
import latentlab.ui.session.TestImages;
import latentlab.ui.session.UndoableTab;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The tab in which all stored models get the same input and the same seed. */
public final class CompareTab implements PictureTab, UndoableTab {

  private final Messages messages;
  private final PicturesViewModel pictures;
  private final FiguresViewModel figures;
  private final CompareView view;
  private final ExplorationSession session;
  private final ImageInputViewModel input;
  private final UndoHistory<CompareState> history;

  /**
   * A tab that opens no model before it is seen. On the JavaFX thread.
   *
   * @param session names the model under which pictures are kept
   * @param shelf the models
   * @param examples gives test images
   * @param source measures models
   * @param background runs what may block
   * @param messages the words
   */
  public CompareTab(
      ExplorationSession session,
      ModelShelf shelf,
      TestImages examples,
      FigureSource source,
      Executor background,
      Messages messages) {
    this.messages = messages;
    this.session = session;
    input = new ImageInputViewModel(examples, background, Platform::runLater);
    pictures = new PicturesViewModel(shelf, input, Platform::runLater, messages);
    figures =
        new FiguresViewModel(
            shelf, source, background, Platform::runLater, new FxPulses(), messages);
    view = new CompareView(pictures, figures, input, messages);
    history = new UndoHistory<>(pictures::state, pictures::restore, System::nanoTime);
    GestureWatch.watch(view, history);
    history.followFromFirst(input.image());
    pictures.seed().addListener((property, before, now) -> history.changed());
  }

  @Override
  public String id() {
    return CompareOrigin.ACTIVITY;
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
  public UndoHistory<?> history() {
    return history;
  }

  /** A row for each model. */
  @Override
  public Optional<ImageBatch> picture() {
    return pictures.table().images();
  }

  @Override
  public int columns(int count) {
    return PictureTable.COLUMNS;
  }

  @Override
  public Optional<ImageOrigin> origin() {
    return session
        .current()
        .map(
            model ->
                CompareOrigin.of(
                    ImageOrigin.of(model.reference(), CompareOrigin.ACTIVITY),
                    pictures.table().titles(),
                    pictures.seed().get(),
                    input.exampleNumber().get()));
  }

  /** An input that was no test image is not kept; then only the seed comes back. */
  @Override
  public boolean restore(ImageOrigin origin) {
    if (!CompareOrigin.isToldBy(origin)) {
      return false;
    }
    origin.seed().ifPresent(pictures::chooseSeed);
    CompareOrigin.example(origin).ifPresent(pictures::chooseExample);
    return true;
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
