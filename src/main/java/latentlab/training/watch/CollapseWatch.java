package latentlab.training.watch;

/**
 * A generator has collapsed where samples are much more alike than real images, or a class is
 * missing among them, in two surveys in a row: at the beginning that is so in any training.
 */
final class CollapseWatch {

  private static final double ALIKE = 0.4;

  /** In parts of an equal share. */
  private static final double MISSING = 0.1;

  private static final int PATIENCE = 2;

  private int collapsed;

  void observe(SampleSurvey survey) {
    int classes = survey.classShares().size();
    boolean missing = classes > 0 && survey.classesWith(MISSING / classes) < classes;
    collapsed = missing || survey.diversity() < ALIKE ? collapsed + 1 : 0;
  }

  boolean isRaised() {
    return collapsed >= PATIENCE;
  }
}
