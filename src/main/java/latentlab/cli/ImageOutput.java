package latentlab.cli;

import java.nio.file.Path;
import java.util.List;

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
}
