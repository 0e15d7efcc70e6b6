package latentlab.ui.picture;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An array of pixels that a JavaFX image shows without copying it. For the JavaFX thread. */
final class PixelSurface {

  private final int[] pixels;
  private final int width;
  private final PixelBuffer<IntBuffer> buffer;
  private final Image image;
  private Rectangle2D dirty = Rectangle2D.EMPTY;

  PixelSurface(int width, int height) {
    this.width = width;
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  /** The pixels, row by row, as 0xAARRGGBB. */
  int[] pixels() {
    return pixels;
  }

  int width() {
    return width;
  }

  Image image() {
    return image;
  }

  /** Tells the image that some pixels have changed. */
  void changed(int x, int y, int changedWidth, int changedHeight) {
    if (dirty.getMinX() != x
        || dirty.getMinY() != y
        || dirty.getWidth() != changedWidth
        || dirty.getHeight() != changedHeight) {
      dirty = new Rectangle2D(x, y, changedWidth, changedHeight);
    }
    buffer.updateBuffer(changed -> dirty);
  }
}
