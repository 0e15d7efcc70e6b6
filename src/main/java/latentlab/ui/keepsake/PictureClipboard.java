package latentlab.ui.keepsake;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.ui.history.Pin;

/** Puts pictures on the clipboard of the desktop. For the JavaFX thread. */
public final class PictureClipboard {

  /** Small images are enlarged until the picture has about this side, to be seen on a slide. */
  private static final int USUAL_SIDE = 560;

  private static final int OPAQUE = 0xff << 24;

  private PictureClipboard() {}

  /**
   * Copies a picture.
   *
   * @param pin images with 1 or 3 channels
   */
  public static void put(Pin pin) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(draw(pin.images(), pin.columns()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Draws each pixel as a square of a whole number of pixels. */
  static WritableImage draw(ImageBatch images, int wanted) {
    ImageShape shape = images.shape();
    int columns = Math.min(wanted, images.count());
    int rows = (images.count() + columns - 1) / columns;
    double places = Math.sqrt((double) columns * rows);
    int factor = (int) Math.max(1, USUAL_SIDE / (places * (shape.width() + 1)));
    int gap = columns == 1 ? 0 : factor;
    int width = columns * (shape.width() * factor + gap) - gap;
    int height = rows * (shape.height() * factor + gap) - gap;
    int[] colours = new int[width * height];
    for (int i = 0; i < images.count(); i++) {
      int left = i % columns * (shape.width() * factor + gap);
      int top = i / columns * (shape.height() * factor + gap);
      for (int y = 0; y < shape.height() * factor; y++) {
        for (int x = 0; x < shape.width() * factor; x++) {
          int pixel = (i * shape.height() + y / factor) * shape.width() + x / factor;
          colours[(top + y) * width + left + x] = colour(images, pixel);
        }
      }
    }
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
    return image;
  }

  private static int colour(ImageBatch images, int pixel) {
    int channels = images.shape().channels();
    int colour = OPAQUE;
    for (int channel = 0; channel < 3; channel++) {
      float value = images.pixels()[pixel * channels + Math.min(channel, channels - 1)];
      colour |= Math.min(255, Math.max(0, Math.round(value * 255))) << (16 - 8 * channel);
    }
    return colour;
  }
}
