/**
 * The primitives of Intel's oneDNN, working in place on the memory of ND4J's arrays.
 *
 * <p>Start at {@link latentlab.engine.primitives.onednn.OneDnnPrimitives}. Images are nhwc; the
 * library chooses the layout of weights, which are reordered (microseconds) in each pass, so that
 * the network's parameter vector keeps the plain order.
 */
@NullMarked
package latentlab.engine.primitives.onednn;

import org.jspecify.annotations.NullMarked;
