package latentlab.models;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;

/** Codes of models that are told the class, over images of several classes. Stateless. */
public final class ClassCodes {

  private ClassCodes() {}

  /**
   * The codes of images, each in the space of its own class.
   *
   * @param model is able to encode
   * @param images labelled, [count, height, width, channels], 0 to 1
   * @return [count, latentSize], in the order of the images
   * @throws InvalidInputException if the images have no labels, a label is no class, or the model
   *     cannot encode
   */
  public static LatentCodes encode(ClassConditional model, ImageBatch images) {
    if (images.labels().length == 0) {
      throw new InvalidInputException("images without labels cannot be encoded class by class");
    }
    int size = model.ofClass(images.labels()[0]).latentSize();
    float[] values = new float[Math.multiplyExact(images.count(), size)];
    for (int label : Arrays.stream(images.labels()).distinct().toArray()) {
      int[] members =
          IntStream.range(0, images.count()).filter(i -> images.labels()[i] == label).toArray();
      LatentCodes codes = encoder(model, label).encode(chosen(images, members, label));
      for (int m = 0; m < members.length; m++) {
        System.arraycopy(codes.values(), m * size, values, members[m] * size, size);
      }
    }
    return new LatentCodes(images.count(), size, values);
  }

  /**
   * Codes drawn from N(0, I), in the units in which spaces of classes are measured. The one at
   * position i depends on the seed and i alone.
   *
   * @param count how many
   * @param size the number of latent dimensions
   * @param seed decides which
   * @return [count, size]
   */
  public static LatentCodes drawn(int count, int size, Seed seed) {
    return LatentCodes.standardNormal(count, size, seed, "code");
  }

  /**
   * The same codes in the space of one class after the other.
   *
   * @param model decodes
   * @param codes [count, latentSize]
   * @param labels the classes
   * @return [labels, count, height, width, channels]: the images of the first class, then of the
   *     next, labelled
   * @throws InvalidInputException if there is no such class
   */
  public static ImageBatch rows(ClassConditional model, LatentCodes codes, int... labels) {
    ImageBatch[] rows = new ImageBatch[labels.length];
    Arrays.setAll(rows, row -> model.ofClass(labels[row]).decode(codes));
    int length = rows[0].pixels().length;
    float[] pixels = new float[Math.multiplyExact(labels.length, length)];
    int[] all = new int[labels.length * codes.count()];
    for (int row = 0; row < labels.length; row++) {
      System.arraycopy(rows[row].pixels(), 0, pixels, row * length, length);
      Arrays.fill(all, row * codes.count(), (row + 1) * codes.count(), labels[row]);
    }
    return new ImageBatch(rows[0].shape(), all.length, pixels, all);
  }

  private static Encoder encoder(ClassConditional model, int label) {
    if (model.ofClass(label) instanceof Encoder encoder) {
      return encoder;
    }
    throw new InvalidInputException("this model cannot encode images");
  }

  private static ImageBatch chosen(ImageBatch images, int[] members, int label) {
    int size = images.shape().size();
    float[] pixels = new float[members.length * size];
    for (int m = 0; m < members.length; m++) {
      System.arraycopy(images.pixels(), members[m] * size, pixels, m * size, size);
    }
    int[] labels = new int[members.length];
    Arrays.fill(labels, label);
    return new ImageBatch(images.shape(), members.length, pixels, labels);
  }
}
