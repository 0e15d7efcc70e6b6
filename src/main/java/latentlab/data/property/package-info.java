/**
 * What can be measured of handwriting without any model: how thick its strokes are and how it leans
 * (as Castro et al., "Morpho-MNIST", JMLR 2019, do with other formulas).
 *
 * <p>Start at {@link latentlab.data.property.ImageProperty}.
 */
@NullMarked
package latentlab.data.property;

import org.jspecify.annotations.NullMarked;
