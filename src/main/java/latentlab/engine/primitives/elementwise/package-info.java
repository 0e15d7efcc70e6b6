/**
 * Nonlinearities on blocks of floats that stay in the first-level cache, for layers that fuse them
 * with other passes and where no native library has them or is faster.
 *
 * <p>Start at {@link latentlab.engine.primitives.elementwise.BlockFunction}. The loops have no
 * conditions, which the compiler would not vectorise: they take minima, maxima and a {@link
 * latentlab.engine.primitives.elementwise.Step} instead.
 */
@NullMarked
package latentlab.engine.primitives.elementwise;

import org.jspecify.annotations.NullMarked;
