package latentlab.data.synthetic;

/**
 * Where the ink of an image is on average.
 *
 * @param x pixels from the left edge; the middle of the first column is at 0.5
 * @param y pixels from the upper edge; the middle of the first row is at 0.5
 */
record CentreOfMass(double x, double y) {

  /** Of an image of 28x28 bytes; the middle of the image if it is empty. */
  static CentreOfMass of(byte[] pixels) {
    long mass = 0;
    long momentX = 0;
    long momentY = 0;
    for (int row = 0; row < SoftPen.SIDE; row++) {
      for (int column = 0; column < SoftPen.SIDE; column++) {
        int ink = pixels[row * SoftPen.SIDE + column] & 0xFF;
        mass += ink;
        momentX += (long) ink * column;
        momentY += (long) ink * row;
      }
    }
    if (mass == 0) {
      return new CentreOfMass(SoftPen.SIDE / 2.0, SoftPen.SIDE / 2.0);
    }
    return new CentreOfMass((double) momentX / mass + 0.5, (double) momentY / mass + 0.5);
  }
}
