package latentlab.models.denoising;

/**
 * Knows the data exactly: every pixel of every image of class c is drawn from N(c / 4, variance),
 * and of an image of no class from N(mean, variance). Its predictions are the expected x_0.
 */
final class GaussianData implements ImagePredictor {

  private final NoiseSchedule schedule;
  private final double mean;
  private final double variance;
  private final int classes;
  private int calls;
  private int rows;

  GaussianData(NoiseSchedule schedule, double mean, double variance, int classes) {
    this.schedule = schedule;
    this.mean = mean;
    this.variance = variance;
    this.classes = classes;
  }

  /** How often it was asked. */
  int calls() {
    return calls;
  }

  /** How many rows it was asked for the last time. */
  int rows() {
    return rows;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void predict(float[] noisy, int count, int t, float[] classWeights, float[] images) {
    calls++;
    rows = count;
    int size = noisy.length / count;
    double a = schedule.signal(t);
    double gain = variance * a / (a * a * variance + 1 - a * a);
    for (int i = 0; i < noisy.length; i++) {
      double expected = meanOf(classWeights, i / size);
      images[i] = (float) (expected + gain * (noisy[i] - a * expected));
    }
  }

  private double meanOf(float[] classWeights, int row) {
    double sum = 0;
    double told = 0;
    for (int c = 0; c < classes; c++) {
      double weight = classWeights[row * classes + c];
      told += weight;
      sum += weight * c / 4;
    }
    return told == 0 ? mean : sum;
  }
}
