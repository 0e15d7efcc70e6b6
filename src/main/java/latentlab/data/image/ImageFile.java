package latentlab.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.storage.AtomicFile;

/**
 * Writes and reads images, in the format that the ending of the path names: {@code .npy} for a
 * NumPy array of float32 [n, height, width, channels] from 0 to 1, {@code .png} for a grid of
 * pictures; {@code .jpg} and {@code .jpeg} can be read only. Any thread may call.
 */
public final class ImageFile {

  private static final String NPY = ".npy";
  private static final String PNG = ".png";
  private static final List<String> READ_ONLY = List.of(".jpg", ".jpeg");

  private ImageFile() {}

  /**
   * Writes images; a PNG is a grid as near to a square as can be.
   *
   * @param file ends in {@code .npy} or {@code .png}; replaced if it is there; missing folders
   *     above it are made
   * @param images at least one
   * @throws InvalidInputException if the path ends in something else
   * @throws latentlab.failure.OperationFailedException if the file cannot be written; what was
   *     there is unchanged
   */
  public static void write(Path file, ImageBatch images) {
    write(file, images, PictureGrid.nearSquareColumns(images.count()));
  }

  /**
   * Writes images.
   *
   * @param file ends in {@code .npy} or {@code .png}; replaced if it is there; missing folders
   *     above it are made
   * @param images at least one
   * @param columns pictures side by side in a PNG, at least 1; an array has no columns
   * @throws InvalidInputException if the path ends in something else
   * @throws latentlab.failure.OperationFailedException if the file cannot be written; what was
   *     there is unchanged
   */
  public static void write(Path file, ImageBatch images, int columns) {
    write(file, images, columns, Map.of());
  }

  /**
   * Writes images; a PNG tells something about itself.
   *
   * @param file ends in {@code .npy} or {@code .png}; replaced if it is there; missing folders
   *     above it are made
   * @param images at least one
   * @param columns pictures side by side in a PNG, at least 1; an array has no columns
   * @param texts is put into a PNG: keywords of 1 to 79 characters and texts, all in ASCII; an
   *     array has no room for them
   * @throws InvalidInputException if the path ends in something else
   * @throws latentlab.failure.OperationFailedException if the file cannot be written; what was
   *     there is unchanged
   */
  public static void write(Path file, ImageBatch images, int columns, Map<String, String> texts) {
    requireWritable(file);
    if (endsIn(file, NPY)) {
      AtomicFile.write(file, output -> NpyFormat.write(images, output));
    } else {
      AtomicFile.write(file, output -> PictureGrid.write(images, columns, texts, output));
    }
  }

  /**
   * How many images side by side make a grid as near to a square as can be.
   *
   * @param count how many images, at least 1
   * @return the columns that {@link #write(Path, ImageBatch)} takes
   */
  public static int nearSquareColumns(int count) {
    return PictureGrid.nearSquareColumns(count);
  }

  /**
   * Refuses a path that {@link #write(Path, ImageBatch)} would refuse, before the work is done
   * whose result goes there.
   *
   * @param file where images are to be written
   * @throws InvalidInputException unless it ends in {@code .npy} or {@code .png}
   */
  public static void requireWritable(Path file) {
    if (!endsIn(file, NPY) && !endsIn(file, PNG)) {
      throw new InvalidInputException(
          file + ": cannot be written; expected a path that ends in " + NPY + " or " + PNG);
    }
  }

  /**
   * Whether a file is to hold an array rather than a picture.
   *
   * @param file any path
   * @return true if it ends in {@code .npy}
   */
  public static boolean isArray(Path file) {
    return endsIn(file, NPY);
  }

  /**
   * Reads images that fit a model.
   *
   * @param file ends in {@code .npy}, {@code .png}, {@code .jpg} or {@code .jpeg}
   * @param shape the size of each image; a picture has this size or is a grid of such, with the
   *     gaps that {@link #write(Path, ImageBatch)} leaves or without any; colour is made grey and
   *     grey repeated as the channels ask for
   * @return at least one image, without labels
   * @throws InvalidInputException if the path ends in something else, or the file is missing,
   *     damaged, or holds images of another size
   */
  public static ImageBatch read(Path file, ImageShape shape) {
    if (endsIn(file, NPY)) {
      return NpyFormat.read(file, shape);
    }
    if (endsIn(file, PNG) || READ_ONLY.stream().anyMatch(ending -> endsIn(file, ending))) {
      return PictureGrid.read(file, shape);
    }
    throw new InvalidInputException(
        file + ": cannot be read; expected a path that ends in .npy, .png, .jpg or .jpeg");
  }

  private static boolean endsIn(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }
}
