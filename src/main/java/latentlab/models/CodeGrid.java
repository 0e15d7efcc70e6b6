package latentlab.models;

import latentlab.data.ImageBatch;

/** Capability: an image stands for a grid of codes from a codebook, and the grid for an image. */
public interface CodeGrid {

  /**
   * The height of the grid.
   *
   * @return at least 1
   */
  int codeRows();

  /**
   * The width of the grid.
   *
   * @return at least 1
   */
  int codeColumns();

  /**
   * The number of codes to choose from.
   *
   * @return at least 2
   */
  int codebookSize();

  /**
   * The codes of some images.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return [count, codeRows, codeColumns]
   * @throws IllegalArgumentException if the images have another size than the model's
   */
  CodeMaps encodeToCodes(ImageBatch images);

  /**
   * The images of some grids of codes.
   *
   * @param codes [count, codeRows, codeColumns]
   * @return [count, height, width, channels], 0 to 1
   * @throws IllegalArgumentException if the grids have another size, or a code is not in the book
   */
  ImageBatch decodeCodes(CodeMaps codes);
}
