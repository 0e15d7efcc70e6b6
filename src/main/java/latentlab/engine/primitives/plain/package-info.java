/**
 * Primitives without oneDNN: matrix products by the OpenBLAS that ND4J ships, everything else in
 * Java. Start at {@link latentlab.engine.primitives.plain.PlainPrimitives}.
 */
@NullMarked
package latentlab.engine.primitives.plain;

import org.jspecify.annotations.NullMarked;
