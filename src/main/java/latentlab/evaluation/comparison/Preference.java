package latentlab.evaluation.comparison;

/** Which of two values of a figure speaks for a model. */
public enum Preference {
  /** The smaller is the better. */
  SMALLER,
  /** The larger is the better. */
  LARGER,
  /** Neither: it describes the model. */
  NONE
}
