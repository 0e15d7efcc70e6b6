package latentlab.engine.losses;

/** The definition of SSIM, position by position with a window of two dimensions. */
record NaiveSimilarity(int height, int width, int channels, double dynamicRange) {

  double loss(double[] images, float[] targets) {
    int size = height * width * channels;
    double sum = 0;
    for (int start = 0; start < images.length; start += size) {
      sum += 1 - similarity(images, targets, start);
    }
    return sum;
  }

  private double similarity(double[] images, float[] targets, int start) {
    int smaller = Math.min(height, width);
    int side = Math.min(11, smaller % 2 == 1 ? smaller : smaller - 1);
    double sum = 0;
    int count = 0;
    for (int top = 0; top + side <= height; top++) {
      for (int left = 0; left + side <= width; left++) {
        for (int channel = 0; channel < channels; channel++) {
          sum += atPosition(images, targets, start, side, top, left, channel);
          count++;
        }
      }
    }
    return sum / count;
  }

  private double atPosition(
      double[] images, float[] targets, int start, int side, int top, int left, int channel) {
    double[] x = new double[side * side];
    double[] y = new double[side * side];
    double[] weights = new double[side * side];
    double total = 0;
    for (int i = 0; i < side * side; i++) {
      int row = i / side;
      int column = i % side;
      int pixel = start + ((top + row) * width + left + column) * channels + channel;
      x[i] = images[pixel];
      y[i] = targets[pixel];
      double dy = row - (side - 1) / 2.0;
      double dx = column - (side - 1) / 2.0;
      weights[i] = Math.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
      total += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
    return formula(x, y, weights);
  }

  private double formula(double[] x, double[] y, double[] weights) {
    double mx = 0;
    double my = 0;
    for (int i = 0; i < weights.length; i++) {
      mx += weights[i] * x[i];
      my += weights[i] * y[i];
    }
    double vx = 0;
    double vy = 0;
    double covariance = 0;
    for (int i = 0; i < weights.length; i++) {
      vx += weights[i] * (x[i] - mx) * (x[i] - mx);
      vy += weights[i] * (y[i] - my) * (y[i] - my);
      covariance += weights[i] * (x[i] - mx) * (y[i] - my);
    }
    double c1 = Math.pow(0.01 * dynamicRange, 2);
    double c2 = Math.pow(0.03 * dynamicRange, 2);
    double luminance = (2 * mx * my + c1) / (mx * mx + my * my + c1);
    return luminance * (2 * covariance + c2) / (vx + vy + c2);
  }
}
