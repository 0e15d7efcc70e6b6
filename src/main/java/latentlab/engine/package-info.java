/**
 * The numeric engine: DL4J networks on fast layers, trained by errors computed outside of them.
 *
 * <p>Start at {@link latentlab.engine.Network}. A {@link latentlab.engine.plan.NetworkPlan} says
 * which {@link latentlab.engine.layers layers} it has and how they are joined; a DL4J {@code
 * ComputationGraph} ({@link latentlab.engine.dl4j}) holds their initial weights and the flat
 * vectors of parameters and gradients; {@link latentlab.engine.primitives} and {@link
 * latentlab.engine.kernels} do the arithmetic in place on ND4J's memory. {@link
 * latentlab.engine.optimizer} moves the parameters. {@link latentlab.engine.NativeRuntime} loads
 * the native libraries.
 */
@NullMarked
package latentlab.engine;

import org.jspecify.annotations.NullMarked;
