package latentlab.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import latentlab.ui.session.Classifiers;
import latentlab.ui.session.ModelOpening;

/** What a window in tests gets from outside: nothing but the folders of models. */
final class TestSources {

  private TestSources() {}

  /** With a reader of folders. */
  static WindowSources of(ModelOpening.Reader reader) {
    return new WindowSources(
        reader,
        Optional::empty,
        Classifiers.NONE,
        (shape, dataset, seed) -> new CompletableFuture<>(),
        (card, progress, cancellation) -> {
          throw new UnsupportedOperationException("no training images are opened");
        },
        (models, amount, listener, progress, cancellation) -> {
          throw new UnsupportedOperationException("nothing is measured");
        });
  }

  /** Without any folder. */
  static WindowSources none() {
    return of(
        folder -> {
          throw new UnsupportedOperationException("no folder is opened");
        });
  }
}
