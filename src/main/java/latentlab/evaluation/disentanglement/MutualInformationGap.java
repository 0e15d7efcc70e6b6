package latentlab.evaluation.disentanglement;

import java.util.Arrays;
import latentlab.models.LatentCodes;

/**
 * The mutual information gap of codes and one factor (MIG; Chen, Li, Grosse and Duvenaud 2018,
 * equation 6, before the mean over the factors): the difference between the two dimensions of the
 * code that tell most of the factor, {@code (I(z_1st; v) - I(z_2nd; v)) / H(v)}.
 *
 * <p>The paper integrates over q(z|x). Here a code is a point, for a VAE the mean of q(z|x), and
 * information is estimated by histograms of 20 bins a dimension, as Locatello et al. 2019 do, so
 * that all encoders can be compared. A code of one dimension has no second one, whose information
 * is then 0.
 */
final class MutualInformationGap {

  private MutualInformationGap() {}

  /**
   * The gap.
   *
   * @param codes [count, dimensions]
   * @param levels [count], the factor's value in each image, from 0
   * @param size how many values the factor can have
   * @return 0 to 1; 0 if the factor never changes
   */
  static double of(LatentCodes codes, int[] levels, int size) {
    double entropy = MutualInformation.entropy(levels, size);
    if (entropy <= 0) {
      return 0;
    }
    double[] information = new double[Math.max(2, codes.size())];
    for (int dimension = 0; dimension < codes.size(); dimension++) {
      information[dimension] =
          MutualInformation.of(CodeBins.of(codes, dimension), CodeBins.BINS, levels, size);
    }
    Arrays.sort(information);
    int last = information.length - 1;
    return (information[last] - information[last - 1]) / entropy;
  }
}
