/**
 * Arithmetic on the native memory of ND4J arrays: matrix products by the BLAS library that ND4J
 * ships, and passes over rows that the Java compiler vectorises.
 *
 * <p>Start at {@link latentlab.engine.kernels.Matrix}, a row-major matrix of floats. A pass over
 * elements copies a block to a heap array that stays in the first-level cache and computes there:
 * for arrays of this size that is faster than a dispatch of an ND4J operation, which costs 12 to 22
 * microseconds, and several passes become one.
 */
@NullMarked
package latentlab.engine.kernels;

import org.jspecify.annotations.NullMarked;
