/**
 * The numeric engine: DL4J networks on fast layers, trained by errors computed outside of them.
 *
 * <p>Start at {@link latentlab.engine.Network}, which drives a DL4J {@code MultiLayerNetwork}
 * forward and backward. DL4J keeps configuration, initialisation and the flat vectors of
 * parameters, gradients and optimiser state; the layers of {@link latentlab.engine.layers} and the
 * kernels of {@link latentlab.engine.kernels} do the arithmetic in place on ND4J's memory. {@link
 * latentlab.engine.NativeRuntime} loads the native library.
 */
@NullMarked
package latentlab.engine;

import org.jspecify.annotations.NullMarked;
