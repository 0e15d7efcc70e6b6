package latentlab.evaluation.disentanglement;

import latentlab.models.LatentCodes;

/**
 * Histograms of codes: each dimension cut into equally wide bins from its least to its greatest.
 */
final class CodeBins {

  /** As many as Locatello et al. 2019 use. */
  static final int BINS = 20;

  private CodeBins() {}

  /** The bin of each code in one dimension, 0 to 19; all 0 in a dimension that never changes. */
  static int[] of(LatentCodes codes, int dimension) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < codes.count(); i++) {
      float value = codes.values()[i * codes.size() + dimension];
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    double width = ((double) greatest - least) / BINS;
    int[] bins = new int[codes.count()];
    for (int i = 0; width > 0 && i < bins.length; i++) {
      double place = (codes.values()[i * codes.size() + dimension] - (double) least) / width;
      bins[i] = Math.min(BINS - 1, (int) place);
    }
    return bins;
  }
}
