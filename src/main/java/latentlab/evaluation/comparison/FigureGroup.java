package latentlab.evaluation.comparison;

/** What figures are about: tables that would be too wide are cut here. */
public enum FigureGroup {
  /** What the model needs. */
  COST("Cost"),
  /** How well images come back. */
  RECONSTRUCTION("Reconstruction"),
  /** What becomes of the code. */
  CODE("Code"),
  /** What new images are like. */
  SAMPLES("Samples"),
  /** How sharp new images are, and whether they are copies. */
  LIKENESS("Sharpness and memorisation");

  private final String title;

  FigureGroup(String title) {
    this.title = title;
  }

  /**
   * The title for people.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }
}
