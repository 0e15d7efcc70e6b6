package latentlab.cli;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;

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
