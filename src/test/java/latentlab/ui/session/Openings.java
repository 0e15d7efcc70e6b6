package latentlab.ui.session;

/** Choices of models for tests that choose none. */
public final class Openings {

  private Openings() {}

  /** With an empty shelf and no folder to read. */
  public static ModelOpening without(ExplorationSession session) {
    return new ModelOpening(
        session,
        new ModelShelf(Runnable::run),
        folder -> {
          throw new UnsupportedOperationException("no folder is opened");
        },
        Runnable::run,
        Runnable::run,
        problem -> {});
  }
}
