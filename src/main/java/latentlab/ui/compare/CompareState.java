package latentlab.ui.compare;

import java.util.Optional;
import latentlab.data.ImageBatch;

/**
 * What all models are given: what a step back brings back. Immutable.
 *
 * @param image the input, if there is one
 * @param seed from which all draw
 */
record CompareState(Optional<ImageBatch> image, long seed) {}
