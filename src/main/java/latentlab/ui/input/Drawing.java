package latentlab.ui.input;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.MassCentre;

/**
 * An image that is drawn by hand, white on black. Not a picture on a screen: coordinates are those
 * of its pixels. For one thread.
 */
public final class Drawing implements DrawingSurface {

  /** Width of the soft rim of a line, in pixels of a 28-pixel image. */
  private static final double RIM = 1.0;

  private static final double USUAL_SIDE = 28;

  private final ImageShape shape;
  private final float[] pixels;

  /**
   * An empty image.
   *
   * @param shape its size
   */
  public Drawing(ImageShape shape) {
    this.shape = shape;
    this.pixels = new float[shape.size()];
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  /**
   * Takes over the first image of a batch.
   *
   * @param images of the same shape, at least one
   */
  public void copy(ImageBatch images) {
    System.arraycopy(images.image(0), 0, pixels, 0, pixels.length);
  }

  /** Takes all ink away. */
  public void clear() {
    Arrays.fill(pixels, 0);
  }

  /**
   * Whether there is no ink.
   *
   * @return true if all pixels are black
   */
  public boolean isEmpty() {
    for (float pixel : pixels) {
      if (pixel > 0) {
        return false;
      }
    }
    return true;
  }

  /** Draws a line with white ink and a soft rim; where there is more ink, it stays. */
  @Override
  public void draw(Stroke stroke) {
    double scale = scale(shape);
    double fullInk = (stroke.thickness() - RIM) / 2;
    for (int at = 0; at < shape.height() * shape.width(); at++) {
      int row = at / shape.width();
      double distance = stroke.distanceTo(at % shape.width() + 0.5, row + 0.5) / scale;
      float ink = (float) Math.max(0, Math.min(1, 1 - (distance - fullInk) / RIM));
      for (int place = at * shape.channels(); place < (at + 1) * shape.channels(); place++) {
        pixels[place] = Math.max(pixels[place], ink);
      }
    }
  }

  /** Moves the ink so that its centre of mass is in the middle, as MNIST has it. */
  public void centre() {
    System.arraycopy(MassCentre.centred(shape, pixels), 0, pixels, 0, pixels.length);
  }

  @Override
  public ImageBatch picture() {
    return images(1);
  }

  /**
   * The image, some times over.
   *
   * @param count how many times
   * @return copies without labels
   */
  public ImageBatch images(int count) {
    float[] all = new float[count * pixels.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(pixels, 0, all, i * pixels.length, pixels.length);
    }
    return ImageBatch.unlabelled(shape, all);
  }

  /**
   * How much larger an image is than those that thicknesses are meant for.
   *
   * @param shape its size
   * @return 1 for 28x28
   */
  public static double scale(ImageShape shape) {
    return Math.max(shape.height(), shape.width()) / USUAL_SIDE;
  }
}
