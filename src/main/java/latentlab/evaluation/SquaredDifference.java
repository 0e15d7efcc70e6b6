package latentlab.evaluation;

/** The mean squared difference of pixels, gathered batch by batch. */
final class SquaredDifference {

  private double sum;
  private long pixels;

  /** Takes some pixels in, of which there are as many on both sides. */
  void add(float[] actual, float[] expected) {
    for (int i = 0; i < expected.length; i++) {
      double difference = (double) actual[i] - expected[i];
      sum += difference * difference;
    }
    pixels += expected.length;
  }

  double mean() {
    return sum / pixels;
  }
}
