package latentlab.data.property;

/**
 * The angle of the horizontal shear that would make an upright image lean as this one does: {@code
 * atan(m11 / m02)}, with the central second moments of the ink over x to the right and y upwards
 * (the deslanting of LeCun et al. 1998, and the slant of Castro et al. 2019).
 */
final class Slant {

  private Slant() {}

  /** Degrees, above -90 and below 90; positive if the top leans to the right. */
  static double of(GreyImage image) {
    double mass = 0;
    double meanX = 0;
    double meanY = 0;
    for (int row = 0; row < image.height(); row++) {
      for (int column = 0; column < image.width(); column++) {
        double ink = image.at(row, column);
        mass += ink;
        meanX += ink * column;
        meanY -= ink * row;
      }
    }
    if (mass == 0) {
      return 0;
    }
    meanX /= mass;
    meanY /= mass;
    double mixed = 0;
    double vertical = 0;
    for (int row = 0; row < image.height(); row++) {
      double y = -row - meanY;
      for (int column = 0; column < image.width(); column++) {
        double ink = image.at(row, column);
        mixed += ink * (column - meanX) * y;
        vertical += ink * y * y;
      }
    }
    return vertical <= 1e-9 * mass ? 0 : Math.toDegrees(Math.atan(mixed / vertical));
  }
}
