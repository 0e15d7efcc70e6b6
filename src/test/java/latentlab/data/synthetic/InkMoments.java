package latentlab.data.synthetic;

/** What the tests measure about a picture of 28x28 bytes, apart from the code under test. */
record InkMoments(
    double ink, double x, double y, double varianceX, double varianceY, double mixed) {

  static InkMoments of(byte[] pixels) {
    double[] sums = new double[6];
    for (int i = 0; i < pixels.length; i++) {
      double ink = (pixels[i] & 0xFF) / 255.0;
      double x = i % 28 + 0.5;
      int row = i / 28;
      double y = row + 0.5;
      sums[0] += ink;
      sums[1] += ink * x;
      sums[2] += ink * y;
      sums[3] += ink * x * x;
      sums[4] += ink * y * y;
      sums[5] += ink * x * y;
    }
    double x = sums[1] / sums[0];
    double y = sums[2] / sums[0];
    return new InkMoments(
        sums[0],
        x,
        y,
        sums[3] / sums[0] - x * x,
        sums[4] / sums[0] - y * y,
        sums[5] / sums[0] - x * y);
  }

  /** Shift to the right for each pixel upwards, by least squares over the ink. */
  double shear() {
    return -mixed / varianceY;
  }

  /** Direction of the longest extent, in degrees clockwise from upright. */
  double axisDegrees() {
    return Math.toDegrees(0.5 * Math.atan2(-2 * mixed, varianceY - varianceX));
  }
}
