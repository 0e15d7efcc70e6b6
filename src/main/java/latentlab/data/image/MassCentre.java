package latentlab.data.image;

import latentlab.data.ImageShape;

/** Centres images by the mass of their ink, as MNIST does. Any thread may call. */
public final class MassCentre {

  private MassCentre() {}

  /**
   * Moves an image by whole pixels so that its centre of mass is as near to the middle as can be
   * (LeCun et al., 1998, section III.A). What would be moved outside is lost.
   *
   * @param shape its size; the mass is that of the first channel
   * @param pixels [height, width, channels], 0 to 1, on a black ground
   * @return a new array; a copy if there is no ink
   */
  public static float[] centred(ImageShape shape, float[] pixels) {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int at = 0; at < shape.height() * shape.width(); at++) {
      double ink = pixels[at * shape.channels()];
      int row = at / shape.width();
      mass += ink;
      sumX += ink * (at % shape.width());
      sumY += ink * row;
    }
    if (mass <= 0) {
      return pixels.clone();
    }
    int right = (int) Math.round((shape.width() - 1) / 2.0 - sumX / mass);
    int down = (int) Math.round((shape.height() - 1) / 2.0 - sumY / mass);
    return shifted(shape, pixels, right, down);
  }

  private static float[] shifted(ImageShape shape, float[] pixels, int right, int down) {
    float[] moved = new float[pixels.length];
    int left = Math.max(0, right);
    int columns = Math.min(shape.width(), shape.width() + right) - left;
    for (int y = Math.max(0, down); y < Math.min(shape.height(), shape.height() + down); y++) {
      int from = ((y - down) * shape.width() + left - right) * shape.channels();
      int to = (y * shape.width() + left) * shape.channels();
      System.arraycopy(pixels, from, moved, to, Math.max(0, columns) * shape.channels());
    }
    return moved;
  }
}
