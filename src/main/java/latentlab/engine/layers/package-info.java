/**
 * DL4J layers with this project's own forward and backward passes.
 *
 * <p>Each is a pair: a configuration that DL4J stores and builds networks from ({@link
 * latentlab.engine.layers.Dense}), and the layer that computes ({@link
 * latentlab.engine.layers.DenseLayer}).
 */
@NullMarked
package latentlab.engine.layers;

import org.jspecify.annotations.NullMarked;
