package latentlab.ui.latent;

import latentlab.data.ImageBatch;

/**
 * Images for some cells of the plane.
 *
 * @param plane the plane they belong to
 * @param firstCell the cell of the first image, counted row by row from the upper left one
 * @param images for single cells: an image for the first one and for each that follows; for blocks:
 *     an image for each block of the plane, row by row
 * @param blockSide 1 for single cells, otherwise the cells in each row and column of a block
 */
record GridPart(PlaneGrid plane, int firstCell, ImageBatch images, int blockSide) {

  /** Whether the images stand for blocks of cells, so that they are a coarse picture. */
  boolean isCoarse() {
    return blockSide > 1;
  }
}
