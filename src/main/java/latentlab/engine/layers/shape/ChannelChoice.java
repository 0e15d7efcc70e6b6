package latentlab.engine.layers.shape;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.FeatureShape;

/** Neighbouring channels of each pixel are taken; transposed, the other channels become zero. */
final class ChannelChoice implements LinearMap {

  /** How many floats a block of pixels should have: it fits the first-level cache. */
  private static final int BLOCK = 2048;

  private final int pixels;
  private final int channels;
  private final int from;
  private final int taken;
  private final int blockPixels;
  private final Workers workers;
  private final float[][] wide;
  private final float[][] narrow;

  /**
   * Makes the scratch memory.
   *
   * @param shape of the whole
   * @param from the first channel taken
   * @param taken how many
   * @param workers for the loops
   */
  ChannelChoice(FeatureShape shape, int from, int taken, Workers workers) {
    this.pixels = shape.pixels();
    this.channels = shape.channels();
    this.from = from;
    this.taken = taken;
    this.blockPixels = Math.max(1, BLOCK / channels);
    this.workers = workers;
    this.wide = new float[workers.parts()][blockPixels * channels];
    this.narrow = new float[workers.parts()][blockPixels * taken];
  }

  @Override
  public void apply(Matrix x, Matrix y) {
    eachBlock(
        x.rows(),
        (part, pixel, count) -> {
          x.buffer().get(pixel * channels, wide[part], 0, count * channels);
          for (int p = 0; p < count; p++) {
            System.arraycopy(wide[part], p * channels + from, narrow[part], p * taken, taken);
          }
          y.buffer().put(pixel * taken, narrow[part], 0, count * taken);
        });
  }

  @Override
  public void applyTransposed(Matrix y, Matrix x) {
    eachBlock(
        x.rows(),
        (part, pixel, count) -> {
          Arrays.fill(wide[part], 0f);
          y.buffer().get(pixel * taken, narrow[part], 0, count * taken);
          for (int p = 0; p < count; p++) {
            System.arraycopy(narrow[part], p * taken, wide[part], p * channels + from, taken);
          }
          x.buffer().put(pixel * channels, wide[part], 0, count * channels);
        });
  }

  private void eachBlock(int rows, Block block) {
    workers.run(
        rows * pixels,
        channels,
        (part, first, end) -> {
          for (int pixel = first; pixel < end; pixel += blockPixels) {
            block.run(part, pixel, Math.min(blockPixels, end - pixel));
          }
        });
  }

  /** Does a block of pixels. */
  @FunctionalInterface
  private interface Block {
    void run(int part, int pixel, int count);
  }
}
