/**
 * Networks of this project as DL4J networks: a {@code ComputationGraph} holds the layers, their
 * initial weights, and the flat vectors of parameters and gradients. Start at {@link
 * latentlab.engine.dl4j.HostedGraph}.
 */
@NullMarked
package latentlab.engine.dl4j;

import org.jspecify.annotations.NullMarked;
