package latentlab.models.networks;

import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;

/**
 * Between pixels from 0 to 1, as they are outside of models, and from -1 to 1, as tanh gives them.
 */
public final class SignedPixels {

  private SignedPixels() {}

  /**
   * The pixels of some images.
   *
   * @param batch [count, height, width, channels], 0 to 1
   * @param from the first image
   * @param rows how many
   * @return [rows, height, width, channels], -1 to 1, a new array
   */
  public static float[] of(ImageBatch batch, int from, int rows) {
    int size = batch.shape().size();
    float[] signed = new float[rows * size];
    toSigned(batch.pixels(), from * size, signed, 0, signed.length);
    return signed;
  }

  /**
   * Copies values of 0 to 1 as values of -1 to 1.
   *
   * @param source 0 to 1
   * @param from the first value
   * @param target receives -1 to 1
   * @param to the place of the first value
   * @param count how many
   */
  public static void toSigned(float[] source, int from, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] = 2 * source[from + i] - 1;
    }
  }

  /**
   * Copies values of -1 to 1 as values of 0 to 1.
   *
   * @param source -1 to 1; what is outside is cut off
   * @param target receives 0 to 1
   * @param to the place of the first value
   */
  public static void toUnit(Matrix source, float[] target, int to) {
    int count = source.rows() * source.columns();
    source.buffer().get(0, target, to, count);
    for (int i = to; i < to + count; i++) {
      target[i] = Math.max(0f, Math.min(1f, 0.5f * target[i] + 0.5f));
    }
  }
}
