/**
 * The layers of networks. A {@link latentlab.engine.layers.LayerConfiguration} describes one; the
 * {@link latentlab.engine.layers.Layer} it builds has memory and computes, by the primitives of
 * {@link latentlab.engine.primitives}.
 */
@NullMarked
package latentlab.engine.layers;

import org.jspecify.annotations.NullMarked;
