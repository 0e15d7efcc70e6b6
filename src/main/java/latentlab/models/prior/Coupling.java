package latentlab.models.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which dimensions a coupling keeps and which it moves.
 *
 * @param kept A, in rising order, at least one
 * @param moved B, in rising order, at least one
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read in inner loops.
record Coupling(int[] kept, int[] moved) {

  /** How far s may go. */
  static final double SCALE_BOUND = 2;

  /** The couplings of a flow, in forward order. */
  static List<Coupling> alternating(int size, int count) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(size - 1);
    List<Coupling> couplings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int bit = i / 2 % bits;
      couplings.add(new Coupling(indices(size, bit, i % 2), indices(size, bit, 1 - i % 2)));
    }
    return couplings;
  }

  private static int[] indices(int size, int bit, int wanted) {
    return IntStream.range(0, size).filter(j -> (j >> bit & 1) == wanted).toArray();
  }

  /** The name of the network of a coupling. */
  static String name(int index) {
    return "coupling." + index;
  }
}
