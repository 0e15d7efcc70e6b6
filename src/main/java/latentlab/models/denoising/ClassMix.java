package latentlab.models.denoising;

import latentlab.failure.InvalidInputException;

/**
 * A class, or something between two.
 *
 * @param first a label
 * @param second another, or the same
 * @param weight how much of the second there is, 0 to 1
 */
public record ClassMix(int first, int second, double weight) {

  /**
   * Checks the weight.
   *
   * @throws InvalidInputException if it is not from 0 to 1
   */
  public ClassMix {
    if (!(weight >= 0 && weight <= 1)) {
      throw new InvalidInputException(
          "the weight of the second class must be from 0 to 1, not " + weight);
    }
  }

  /**
   * One class alone.
   *
   * @param label of it
   * @return no mix
   */
  public static ClassMix of(int label) {
    return new ClassMix(label, label, 0);
  }

  /**
   * Whether there is only one class in it.
   *
   * @return true if nothing is mixed
   */
  public boolean isPure() {
    return first == second || weight == 0 || weight == 1;
  }

  /**
   * The class that has the greater part.
   *
   * @return a label
   */
  public int label() {
    return weight > 0.5 ? second : first;
  }

  void check(int classes) {
    for (int label : new int[] {first, second}) {
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            String.format("there is no class %d; expected 0 to %d", label, classes - 1));
      }
    }
  }

  /** Adds this to the weights of an image, [classes] from an offset on. */
  void addTo(float[] weights, int offset) {
    weights[offset + first] += (float) (1 - weight);
    weights[offset + second] += (float) weight;
  }
}
