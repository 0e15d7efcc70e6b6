package latentlab.cli;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.random.Seed;

/**
 * A square grid of points over two dimensions of a latent space, the others at 0. Rows run from the
 * top, where the second dimension is greatest, as in a plot; columns from the left.
 *
 * @param side points along each side, at least 2
 * @param x the dimension along the columns, from 0
 * @param y the dimension along the rows, from 0, another than {@code x} unless there is but one
 */
record LatentGrid(int side, int x, int y) {

  /** What a model without a latent space cannot do. */
  static final String DEED = "show a latent grid (it has no latent space)";

  /**
   * A grid over the first two dimensions.
   *
   * @param side points along each side, at least 2
   * @param space what it will be decoded by
   * @return the grid; in a space of one dimension all rows are alike
   */
  static LatentGrid ofFirstDimensions(int side, LatentSpace space) {
    return new LatentGrid(side, 0, Math.min(1, space.latentSize() - 1));
  }

  /**
   * A picture of what a model makes of points: a square grid over the first two dimensions; of a
   * model that is told the class, a row for each class with the same random codes in each column.
   *
   * @param model any model
   * @param side points along each side, or codes in each row, at least 2
   * @param seed decides the random codes
   * @return [rows * side, height, width, channels]
   * @throws latentlab.failure.InvalidInputException if the model makes no images from points
   */
  static ImageBatch ofModel(GenerativeModel model, int side, Seed seed) {
    if (model instanceof ClassConditional conditional && !(model instanceof LatentSpace)) {
      int size = conditional.ofClass(0).latentSize();
      int[] labels = new ModelClasses(model.images().classNames()).all();
      return ClassCodes.rows(conditional, ClassCodes.drawn(side, size, seed), labels);
    }
    LatentSpace space = Capability.require(model, LatentSpace.class, DEED);
    return ofFirstDimensions(side, space).decode(space);
  }

  /**
   * Refuses a model of which there is no picture by {@link #ofModel}.
   *
   * @param model any model
   * @throws latentlab.failure.InvalidInputException if it makes no images from points
   */
  static void require(GenerativeModel model) {
    if (!(model instanceof ClassConditional)) {
      Capability.require(model, LatentSpace.class, DEED);
    }
  }

  /**
   * The points.
   *
   * @param latentSize the number of latent dimensions
   * @param extent how far the grid reaches to both sides of the origin
   * @return [side * side, latentSize], row by row
   */
  LatentCodes codes(int latentSize, float extent) {
    float[] values = new float[side * side * latentSize];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int start = (row * side + column) * latentSize;
        values[start + y] = extent * (1 - 2f * row / (side - 1));
        values[start + x] = extent * (2f * column / (side - 1) - 1);
      }
    }
    return new LatentCodes(side * side, latentSize, values);
  }

  /**
   * The images at the points, decoded row by row so that memory stays small.
   *
   * @param space what decodes them
   * @return [side * side, height, width, channels]
   */
  ImageBatch decode(LatentSpace space) {
    LatentCodes codes = codes(space.latentSize(), space.latentExtent());
    ImageBatch[] rows = new ImageBatch[side];
    int rowValues = side * codes.size();
    for (int row = 0; row < side; row++) {
      float[] part = Arrays.copyOfRange(codes.values(), row * rowValues, (row + 1) * rowValues);
      rows[row] = space.decode(new LatentCodes(side, codes.size(), part));
    }
    return ImageParts.join(rows);
  }
}
