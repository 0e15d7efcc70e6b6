package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;

/**
 * Images of one class that are made together.
 *
 * @param row the place of the class among those chosen
 * @param label the class
 * @param from the first image of the class
 * @param to after the last
 */
record SheetPart(int row, int label, int from, int to) {

  /** Images that a stepwise model makes first, so that something is seen soon. */
  private static final int FIRST = 4;

  private static final int NEXT = 16;

  int count() {
    return to - from;
  }

  /**
   * All parts of what is wanted, in the order of making: whole classes, or a few images at a time
   * where each takes long.
   */
  static List<SheetPart> of(ClassChoices choices, boolean slow) {
    List<SheetPart> parts = new ArrayList<>();
    for (int row = 0; row < choices.labels().size(); row++) {
      int from = 0;
      while (from < choices.count()) {
        int size = !slow ? choices.count() : parts.isEmpty() ? FIRST : NEXT;
        int to = Math.min(choices.count(), from + size);
        parts.add(new SheetPart(row, choices.labels().get(row), from, to));
        from = to;
      }
    }
    return List.copyOf(parts);
  }
}
