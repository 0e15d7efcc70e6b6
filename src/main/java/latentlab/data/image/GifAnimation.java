package latentlab.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.storage.AtomicFile;

/** Writes images as a film that begins again at its end. Any thread may call. */
public final class GifAnimation {

  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  /** The extension that Netscape Navigator 2 introduced; 0 in its last bytes: without end. */
  private static final byte[] FOR_EVER = {1, 0, 0};

  private GifAnimation() {}

  /**
   * Writes or replaces a file.
   *
   * @param file where to
   * @param frames at least one image, 1 or 3 channels
   * @param scale pixels of the film in each row and column of a pixel of the images, at least 1
   * @param delayMillis how long each frame is seen, at least 20, in steps of 10 milliseconds
   * @throws latentlab.failure.OperationFailedException if the file cannot be written; an older one
   *     is then unchanged
   */
  public static void write(Path file, ImageBatch frames, int scale, int delayMillis) {
    AtomicFile.write(file, output -> write(output, frames, scale, delayMillis));
  }

  private static void write(OutputStream output, ImageBatch frames, int scale, int delayMillis)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream target = new MemoryCacheImageOutputStream(output)) {
      writer.setOutput(target);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames.count(); i++) {
        BufferedImage frame = enlarged(draw(frames, i), scale);
        IIOMetadata metadata =
            writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        metadata.setFromTree(FORMAT, timed(metadata, delayMillis));
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode timed(IIOMetadata metadata, int delayMillis) {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", Integer.toString(Math.max(2, delayMillis / 10)));
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(FOR_EVER.clone());
    child(root, "ApplicationExtensions").appendChild(extension);
    return root;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode made = new IIOMetadataNode(name);
    root.appendChild(made);
    return made;
  }

  private static BufferedImage draw(ImageBatch images, int index) {
    ImageShape shape = images.shape();
    int type = shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage picture = new BufferedImage(shape.width(), shape.height(), type);
    WritableRaster raster = picture.getRaster();
    raster.setPixels(0, 0, shape.width(), shape.height(), PictureGrid.bytes(images, index));
    return picture;
  }

  /** Each pixel becomes a square. Samples are copied: a pen would take grey for linear light. */
  private static BufferedImage enlarged(BufferedImage image, int scale) {
    BufferedImage large =
        new BufferedImage(image.getWidth() * scale, image.getHeight() * scale, image.getType());
    int[] sample = new int[image.getRaster().getNumBands()];
    for (int y = 0; y < large.getHeight(); y++) {
      for (int x = 0; x < large.getWidth(); x++) {
        large.getRaster().setPixel(x, y, image.getRaster().getPixel(x / scale, y / scale, sample));
      }
    }
    return large;
  }
}
