package latentlab.models.origin;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.image.ImageFile;
import latentlab.data.image.PngText;
import latentlab.models.storage.ProgramVersion;

/** PNG files that hold the origin of their picture. Stateless; any thread may call. */
public final class DescribedPicture {

  /** The keyword of the text that holds the origin, as {@link ImageOriginJson} writes it. */
  public static final String KEYWORD = "LatentLab";

  private DescribedPicture() {}

  /**
   * Writes images with their origin.
   *
   * @param file ends in {@code .png}, or in {@code .npy}, which has no room for the origin
   * @param images at least one
   * @param columns pictures side by side in a PNG, at least 1
   * @param origin how they were made
   * @throws latentlab.failure.InvalidInputException if the path ends in something else
   * @throws latentlab.failure.OperationFailedException if the file cannot be written; what was
   *     there is unchanged
   */
  public static void write(Path file, ImageBatch images, int columns, ImageOrigin origin) {
    ImageFile.write(file, images, columns, texts(origin));
  }

  /**
   * The texts by which a PNG tells its origin, for those who write other PNG files.
   *
   * @param origin how the picture was made
   * @return texts by keyword, for {@link PngText#with}
   */
  public static Map<String, String> texts(ImageOrigin origin) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Software", "Latent Lab " + ProgramVersion.current());
    texts.put(KEYWORD, ImageOriginJson.write(origin));
    return texts;
  }

  /**
   * Whether a picture tells an origin, sound or not.
   *
   * @param file any file
   * @return false if it is no PNG, or one that tells none
   * @throws latentlab.failure.InvalidInputException if the file is missing or damaged
   * @throws latentlab.failure.OperationFailedException if it cannot be read
   */
  public static boolean isDescribed(Path file) {
    return PngText.read(file, KEYWORD).isPresent();
  }

  /**
   * Reads the origin of a picture.
   *
   * @param file any file
   * @return empty if it is no PNG, or one that tells no origin
   * @throws latentlab.failure.InvalidInputException if the file is missing or damaged, or what it
   *     tells is not as it must be
   * @throws latentlab.failure.OperationFailedException if it cannot be read
   */
  public static Optional<ImageOrigin> read(Path file) {
    return PngText.read(file, KEYWORD)
        .map(text -> ImageOriginJson.read(file + ": " + KEYWORD, text));
  }
}
