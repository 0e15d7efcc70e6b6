package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.image.ImageFile;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;

/** Files that images are written to. */
final class ImageOutput {

  private static final List<String> ENDINGS = List.of(".npy", ".png");

  private ImageOutput() {}

  /**
   * Checks a file for images before the work starts.
   *
   * @param option the option that names it
   * @param name what it was given
   * @return the path
   * @throws latentlab.failure.InvalidInputException if it is no .npy or .png, or cannot be written
   */
  static Path check(String option, String name) {
    return Paths.writableFile(option, Paths.parse(option, name), ENDINGS);
  }

  /**
   * Writes images; a PNG is a grid as near to a square as can be, and tells how it was made.
   *
   * @param file what {@link #check} gave
   * @param images at least one
   * @param origin how they were made
   */
  static void write(Path file, ImageBatch images, ImageOrigin origin) {
    write(file, images, ImageFile.nearSquareColumns(images.count()), origin);
  }

  /**
   * Writes images; a PNG tells how it was made.
   *
   * @param file what {@link #check} gave
   * @param images at least one
   * @param columns pictures side by side in a PNG
   * @param origin how they were made
   */
  static void write(Path file, ImageBatch images, int columns, ImageOrigin origin) {
    DescribedPicture.write(file, images, columns, origin);
  }
}
