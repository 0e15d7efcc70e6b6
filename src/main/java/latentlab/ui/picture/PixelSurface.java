package latentlab.ui.picture;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An array of pixels that a JavaFX image shows without copying it. For the JavaFX thread. */
public final class PixelSurface {

  private final int[] pixels;
  private final int width;
  private final PixelBuffer<IntBuffer> buffer;
  private final Image image;
  private Rectangle2D dirty = Rectangle2D.EMPTY;

  /**
   * A surface whose pixels are all transparent.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   */
  public PixelSurface(int width, int height) {
    this.width = width;
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  /**
   * The pixels, row by row, as 0xAARRGGBB with colours multiplied by their opacity.
   *
   * @return the array itself, to be written to; {@link #changed} must be called afterwards
   */
  public int[] pixels() {
    return pixels;
  }

  /**
   * The length of a row.
   *
   * @return in pixels
   */
  public int width() {
    return width;
  }

  /**
   * What an image view can show.
   *
   * @return the same image at each call
   */
  public Image image() {
    return image;
  }

  /**
   * Tells the image that some pixels have changed.
   *
   * @param x the left border of what has changed
   * @param y its upper border
   * @param changedWidth its width in pixels
   * @param changedHeight its height in pixels
   */
  public void changed(int x, int y, int changedWidth, int changedHeight) {
    if (dirty.getMinX() != x
        || dirty.getMinY() != y
        || dirty.getWidth() != changedWidth
        || dirty.getHeight() != changedHeight) {
      dirty = new Rectangle2D(x, y, changedWidth, changedHeight);
    }
    buffer.updateBuffer(changed -> dirty);
  }
}
