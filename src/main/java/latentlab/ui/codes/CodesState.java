package latentlab.ui.codes;

import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;

/**
 * Codes and where they come from: what a step back brings back. Immutable.
 *
 * @param image whose codes they were; empty if they were drawn or came with a picture
 * @param draw how they were drawn from the prior, if they were
 * @param original the codes before any was swapped, row by row
 * @param codes the codes now; both are empty before there are any
 */
record CodesState(
    Optional<ImageBatch> image,
    Optional<PriorDraw> draw,
    List<Integer> original,
    List<Integer> codes) {

  /** Copies the codes. */
  CodesState {
    original = List.copyOf(original);
    codes = List.copyOf(codes);
  }
}
