/**
 * What several families of models are built from: the layers between an image and a vector, the
 * course of the learning rate, and the handling of several networks as one model.
 *
 * <p>Start at {@link latentlab.models.networks.ImageArchitecture}.
 */
@NullMarked
package latentlab.models.networks;

import org.jspecify.annotations.NullMarked;
