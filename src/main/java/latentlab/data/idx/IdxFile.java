package latentlab.data.idx;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.file.CheckedInput;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * Reads IDX files of unsigned bytes, plain or gzip: two zero bytes, a type code, the number of
 * axes, the size of each axis as a big-endian 32-bit number, then the values, last axis fastest.
 */
public final class IdxFile {

  private static final int UNSIGNED_BYTE = 0x08;

  private IdxFile() {}

  /**
   * Reads images: [n, height, width] in grey, or [n, height, width, channels] with 1 or 3 channels.
   *
   * @param file where they are
   * @param progress is told of the bytes read
   * @param cancellation is asked at every mebibyte
   * @return at least one image, without labels
   * @throws InvalidInputException if the file is missing or not exactly what its header declares
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static ImageSet readImages(Path file, Progress progress, Cancellation cancellation) {
    try (CheckedInput input = CheckedInput.open(file, "an IDX file of images")) {
      int rank = readRank(input, "images", 3, 4);
      int[] sizes = readSizes(input, rank);
      ImageShape shape = imageShape(input, sizes);
      long count = Math.multiplyExact((long) sizes[0], shape.size());
      byte[] pixels = input.read(count, "pixels", progress, cancellation);
      input.expectEnd();
      return new ImageSet(shape, pixels, new byte[0]);
    }
  }

  /**
   * Reads class labels: [n].
   *
   * @param file where they are
   * @return at least one label, each an unsigned byte
   * @throws InvalidInputException if the file is missing or not exactly what its header declares
   */
  public static byte[] readLabels(Path file) {
    try (CheckedInput input = CheckedInput.open(file, "an IDX file of labels")) {
      int rank = readRank(input, "labels", 1, 1);
      byte[] labels = input.read(readSizes(input, rank)[0], "labels");
      input.expectEnd();
      return labels;
    }
  }

  private static int readRank(CheckedInput input, String what, int lowest, int highest) {
    byte[] magic = input.read(4, "the IDX header");
    int rank = magic[3];
    if (magic[0] != 0
        || magic[1] != 0
        || magic[2] != UNSIGNED_BYTE
        || rank < lowest
        || rank > highest) {
      String expected = String.format("0x0000080%d", lowest);
      if (highest > lowest) {
        expected += String.format(" or 0x0000080%d", highest);
      }
      throw input.refusal(
          String.format("starts with 0x%08x", ByteBuffer.wrap(magic).getInt()),
          expected + ", the magic number of IDX " + what + " in unsigned bytes");
    }
    return rank;
  }

  private static int[] readSizes(CheckedInput input, int rank) {
    ByteBuffer header = ByteBuffer.wrap(input.read(4L * rank, "the IDX header"));
    int[] sizes = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      sizes[axis] = header.getInt();
      if (sizes[axis] < 1) {
        throw input.refusal(
            "declares size " + sizes[axis] + " for axis " + (axis + 1) + " of " + rank,
            "at least 1");
      }
    }
    return sizes;
  }

  private static ImageShape imageShape(CheckedInput input, int... sizes) {
    int channels = sizes.length == 4 ? sizes[3] : 1;
    if (channels != 1 && channels != 3) {
      throw input.refusal("declares " + channels + " channels", "1 (grey) or 3 (colour)");
    }
    try {
      return new ImageShape(sizes[1], sizes[2], channels);
    } catch (IllegalArgumentException e) {
      throw input.refusal(
          "declares images of " + sizes[1] + "x" + sizes[2] + "x" + channels,
          "at most 2^24 values in one image");
    }
  }
}
