package latentlab.evaluation;

import latentlab.evaluation.neighbours.Neighbours;
import latentlab.evaluation.neighbours.SquaredDistances;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;

/**
 * The part of a set that rows cover: a ball around each row, whose radius is the distance to its
 * {@value #NEIGHBOUR}rd nearest other row (Kynkaanniemi et al. 2019, equation 1), stands for where
 * rows like these are found. Their precision is the part of the samples that the images cover,
 * their recall that of the images that the samples cover (equation 2); they use the features of a
 * VGG-16 and 50,000 images, here the features and the number are given.
 *
 * @param centres [n, size]
 * @param squaredRadius [n]
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NeighbourCoverage(Features centres, float[] squaredRadius) {

  /** Which neighbour gives the radius: k of the paper, and its value there. */
  static final int NEIGHBOUR = 3;

  /** The balls around some rows, of which there are more than {@link #NEIGHBOUR}. */
  static NeighbourCoverage of(Features rows, Cancellation cancellation) {
    float[] distances = Neighbours.withinRows(rows, NEIGHBOUR, cancellation).squaredDistance();
    float[] radius = new float[rows.count()];
    for (int i = 0; i < radius.length; i++) {
      radius[i] = distances[(i + 1) * NEIGHBOUR - 1];
    }
    return new NeighbourCoverage(rows, radius);
  }

  /** The part of some other rows, at least one, that lie in one of the balls. */
  double share(Features samples, Cancellation cancellation) {
    boolean[] covered = new boolean[samples.count()];
    SquaredDistances.compare(
        samples,
        centres,
        cancellation,
        block -> {
          for (int i = 0; i < block.rows(); i++) {
            covered[block.firstRow() + i] |= covers(block, i);
          }
        });
    int count = 0;
    for (boolean inside : covered) {
      count += inside ? 1 : 0;
    }
    return (double) count / covered.length;
  }

  private boolean covers(SquaredDistances.Block block, int row) {
    int start = row * block.others();
    for (int j = 0; j < block.others(); j++) {
      if (block.squared()[start + j] <= squaredRadius[block.firstOther() + j]) {
        return true;
      }
    }
    return false;
  }
}
