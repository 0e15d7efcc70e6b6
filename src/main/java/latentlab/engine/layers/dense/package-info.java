/** Fully connected layers. Start at {@link latentlab.engine.layers.dense.Dense}. */
@NullMarked
package latentlab.engine.layers.dense;

import org.jspecify.annotations.NullMarked;
