package latentlab.models.classifier;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.random.Seed;

/**
 * Moves each image by a random number of whole pixels in each direction, all equally likely; what
 * comes in at the border is 0. Keeps its memory; for one thread.
 */
final class RandomShift {

  private final ImageShape shape;
  private final int reach;
  private float[] moved = new float[0];

  /**
   * For images of one size.
   *
   * @param shape their size
   * @param part the furthest move as a part of the lesser side, rounded down to whole pixels
   */
  RandomShift(ImageShape shape, double part) {
    this.shape = shape;
    this.reach = (int) (part * Math.min(shape.height(), shape.width()));
  }

  /**
   * Moves the images of a batch.
   *
   * @param batch [count, height, width, channels]
   * @param seed decides how far each goes
   * @return [count, height, width, channels] at its beginning; overwritten by the next call
   */
  float[] apply(ImageBatch batch, Seed seed) {
    if (reach == 0) {
      return batch.pixels();
    }
    int length = batch.count() * shape.size();
    if (moved.length < length) {
      moved = new float[length];
    }
    Arrays.fill(moved, 0, length, 0f);
    RandomGenerator random = seed.generator();
    for (int i = 0; i < batch.count(); i++) {
      int down = random.nextInt(-reach, reach + 1);
      int right = random.nextInt(-reach, reach + 1);
      move(batch.pixels(), i * shape.size(), down, right);
    }
    return moved;
  }

  private void move(float[] source, int start, int down, int right) {
    int row = shape.width() * shape.channels();
    int length = (shape.width() - Math.abs(right)) * shape.channels();
    int from = Math.max(0, -right) * shape.channels();
    int to = Math.max(0, right) * shape.channels();
    for (int y = Math.max(0, down); y < shape.height() + Math.min(0, down); y++) {
      System.arraycopy(
          source, start + (y - down) * row + from, moved, start + y * row + to, length);
    }
  }
}
