package latentlab.data.catalog;

import latentlab.data.ImageSet;

/** An endless row of labelled images. Called by several threads at once. */
@FunctionalInterface
interface SyntheticSource {

  /** A part of the row, from an index on; an image depends on its index alone. */
  ImageSet images(int from, int count);
}
