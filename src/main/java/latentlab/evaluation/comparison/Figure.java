package latentlab.evaluation.comparison;

import static latentlab.evaluation.comparison.FigureGroup.CODE;
import static latentlab.evaluation.comparison.FigureGroup.COST;
import static latentlab.evaluation.comparison.FigureGroup.LIKENESS;
import static latentlab.evaluation.comparison.FigureGroup.RECONSTRUCTION;
import static latentlab.evaluation.comparison.FigureGroup.SAMPLES;
import static latentlab.evaluation.comparison.Preference.LARGER;
import static latentlab.evaluation.comparison.Preference.NONE;
import static latentlab.evaluation.comparison.Preference.SMALLER;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import latentlab.evaluation.Metrics;

/**
 * The columns of a comparison, in the order in which they are shown. What a measured one means is
 * said in {@link Metrics}, under the same key.
 */
public enum Figure {
  /** How many numbers training changes. */
  PARAMETERS("parameters", "Parameters", "", COST, SMALLER, 0),
  /** The model's files, without those of its training. */
  SIZE("size_mb", "Size", "MB", COST, SMALLER, 2),
  /** Whole passes over the training data. */
  EPOCHS("epochs", "Epochs", "", COST, NONE, 0),
  /** What training took by the clock on the wall, where it is known: it depends on the machine. */
  TRAINING_TIME("training_minutes", "Training time", "min", COST, SMALLER, 1),
  /**
   * The time to draw one image, as a mean over batches of at most 400, once warm, on as many
   * threads as the program uses: it depends on the machine.
   */
  SAMPLING_TIME("sampling_ms", "Time per sample", "ms", COST, SMALLER, 3),
  /** {@link Metrics#RECONSTRUCTION_MSE}. */
  MSE(Metrics.RECONSTRUCTION_MSE, "MSE", "", RECONSTRUCTION, SMALLER, 4),
  /** {@link Metrics#RECONSTRUCTION_CROSS_ENTROPY}. */
  CROSS_ENTROPY(
      Metrics.RECONSTRUCTION_CROSS_ENTROPY, "Cross-entropy", "nats", RECONSTRUCTION, SMALLER, 1),
  /** {@link Metrics#RECONSTRUCTION_SSIM}. */
  SSIM(Metrics.RECONSTRUCTION_SSIM, "SSIM", "", RECONSTRUCTION, LARGER, 3),
  /** {@link Metrics#RECONSTRUCTION_ACCURACY}. */
  CLASS_KEPT(Metrics.RECONSTRUCTION_ACCURACY, "Class kept", "", RECONSTRUCTION, LARGER, 3),
  /** {@link Metrics#DENOISING_MSE}. */
  DENOISING(Metrics.DENOISING_MSE, "Denoising MSE", "", RECONSTRUCTION, SMALLER, 4),
  /** The number of latent dimensions. */
  LATENT_SIZE("latent", "Latent size", "", CODE, NONE, 0),
  /** {@link Metrics#ACTIVE_DIMENSIONS}. */
  ACTIVE_DIMENSIONS(Metrics.ACTIVE_DIMENSIONS, "Active", "", CODE, NONE, 0),
  /** {@link Metrics#KL}. */
  KL(Metrics.KL, "KL", "nats", CODE, NONE, 1),
  /** {@link Metrics#ELBO}. */
  ELBO(Metrics.ELBO, "ELBO", "nats", CODE, LARGER, 1),
  /** {@link Metrics#CODES_USED}. */
  CODES_USED(Metrics.CODES_USED, "Codes used", "", CODE, LARGER, 3),
  /** {@link Metrics#CODE_PERPLEXITY}. */
  CODE_PERPLEXITY(Metrics.CODE_PERPLEXITY, "Code perplexity", "", CODE, LARGER, 1),
  /** {@link Metrics#FRECHET_DISTANCE}; of the reference, its floor. */
  FRECHET_DISTANCE(Metrics.FRECHET_DISTANCE, "Frechet distance", "", SAMPLES, SMALLER, 2),
  /** {@link Metrics#CLASS_AGREEMENT}. */
  CLASS_AGREEMENT(Metrics.CLASS_AGREEMENT, "Class agreement", "", SAMPLES, LARGER, 3),
  /** {@link Metrics#SURE_SAMPLES}. */
  SURE_SAMPLES(Metrics.SURE_SAMPLES, "Sure", "", SAMPLES, LARGER, 3),
  /** {@link Metrics#CLASSES_COVERED}. */
  CLASSES_COVERED(Metrics.CLASSES_COVERED, "Classes", "", SAMPLES, LARGER, 0),
  /** {@link Metrics#CLASS_ENTROPY}. */
  CLASS_ENTROPY(Metrics.CLASS_ENTROPY, "Class entropy", "nats", SAMPLES, LARGER, 3),
  /** {@link Metrics#PRECISION}. */
  PRECISION(Metrics.PRECISION, "Precision", "", SAMPLES, LARGER, 3),
  /** {@link Metrics#RECALL}. */
  RECALL(Metrics.RECALL, "Recall", "", SAMPLES, LARGER, 3),
  /** {@link Metrics#SHARPNESS}; as near as can be to the reference's, neither way. */
  SHARPNESS(Metrics.SHARPNESS, "Sharpness", "", LIKENESS, NONE, 3),
  /** {@link Metrics#TRAINING_DISTANCE}. */
  TRAINING_DISTANCE(Metrics.TRAINING_DISTANCE, "Nearest training image", "", LIKENESS, NONE, 2),
  /** {@link Metrics#MEMORISED}. */
  MEMORISED(Metrics.MEMORISED, "Memorised", "", LIKENESS, SMALLER, 3);

  private final String key;
  private final String title;
  private final String unit;
  private final FigureGroup group;
  private final Preference preference;
  private final int decimals;

  Figure(
      String key,
      String title,
      String unit,
      FigureGroup group,
      Preference preference,
      int decimals) {
    this.key = key;
    this.title = title;
    this.unit = unit;
    this.group = group;
    this.preference = preference;
    this.decimals = decimals;
  }

  /**
   * The name for programs: that of the metric, where it is one.
   *
   * @return lower-case words joined by underscores, unique
   */
  public String key() {
    return key;
  }

  /**
   * The name for people.
   *
   * @return a few words
   */
  public String title() {
    return title;
  }

  /**
   * The unit.
   *
   * @return empty for plain numbers
   */
  public String unit() {
    return unit;
  }

  /**
   * What the figure is about.
   *
   * @return its group
   */
  public FigureGroup group() {
    return group;
  }

  /**
   * Which values speak for a model.
   *
   * @return whether smaller or larger is better, or neither
   */
  public Preference preference() {
    return preference;
  }

  /**
   * The title with the unit.
   *
   * @return one line
   */
  public String label() {
    return unit.isEmpty() ? title : title + " (" + unit + ")";
  }

  /**
   * The title with the unit, and an arrow to the better side.
   *
   * @return one line
   */
  public String heading() {
    String arrow =
        switch (preference) {
          case SMALLER -> " \u2193";
          case LARGER -> " \u2191";
          case NONE -> "";
        };
    return label() + arrow;
  }

  /**
   * A value for people.
   *
   * @param value a value of this figure
   * @return rounded, without the unit
   */
  public String text(double value) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /**
   * The figure with a key.
   *
   * @param key as {@link #key()} gives it
   * @return empty if there is none
   */
  public static Optional<Figure> ofKey(String key) {
    return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
  }

  /**
   * The order of models by this figure.
   *
   * @return the best first, or the smallest where neither side is better; models without the figure
   *     last; equal ones by name
   */
  public Comparator<ComparisonRow> order() {
    double sign = preference == LARGER ? -1 : 1;
    return Comparator.<ComparisonRow>comparingDouble(
            row ->
                row.figure(this).isPresent()
                    ? sign * row.figure(this).getAsDouble()
                    : Double.POSITIVE_INFINITY)
        .thenComparing(ComparisonRow::name);
  }
}
