package latentlab.training.watch;

/** What can go wrong in a training that runs on, and what can be done about it. */
public enum TrainingWarning {

  /** The discriminator tells nearly all images apart, for long. */
  DISCRIMINATOR_WINS(
      "The discriminator wins: it tells nearly every generated image from a real one, so that the"
          + " generator learns little.",
      "Give the discriminator a smaller learning rate, label smoothing or spectral normalisation,"
          + " or the generator a larger rate; or train a WGAN-GP, which does not mind."),

  /** Samples are alike, or classes are missing among them. */
  MODE_COLLAPSE(
      "The generator repeats itself: its images are much alike, or whole classes are missing (mode"
          + " collapse).",
      "Switch on mini-batch discrimination or the replay of older images, use smaller learning"
          + " rates or a larger batch, or train a WGAN-GP."),

  /** The loss swings up and down around the same value. */
  OSCILLATION(
      "The losses swing up and down without settling: each player only undoes what the other did.",
      "Use smaller learning rates, a smaller beta1 or a larger batch, or replay older images."),

  /** The loss is many times what it was. */
  BLOW_UP(
      "The losses grow to many times what they were: the training runs away.",
      "Use smaller learning rates, or gradient penalty or spectral normalisation; start again from"
          + " an earlier checkpoint.");

  private final String problem;
  private final String remedy;

  TrainingWarning(String problem, String remedy) {
    this.problem = problem;
    this.remedy = remedy;
  }

  /**
   * What is wrong.
   *
   * @return a sentence in English
   */
  public String problem() {
    return problem;
  }

  /**
   * What can be done.
   *
   * @return a sentence in English
   */
  public String remedy() {
    return remedy;
  }
}
