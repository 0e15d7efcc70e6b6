/**
 * The narrow interface between layers and the native operations underneath.
 *
 * <p>Start at {@link latentlab.engine.primitives.Primitives}. {@code onednn} implements it with
 * Intel's oneDNN, {@code plain} with matrix products by OpenBLAS and loops in Java: the same
 * results, slower, for machines where oneDNN's library does not load. All images are nhwc ({@link
 * latentlab.engine.primitives.FeatureShape}).
 */
@NullMarked
package latentlab.engine.primitives;

import org.jspecify.annotations.NullMarked;
