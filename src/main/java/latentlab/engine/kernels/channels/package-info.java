/**
 * Passes over nhwc images that treat each channel by itself, for normalisation.
 *
 * <p>Start at {@link latentlab.engine.kernels.channels.ChannelBlocks}: a loop over the channels of
 * one pixel would be short, so that pixels are taken in blocks, and what belongs to a channel is
 * repeated for each pixel of a block.
 */
@NullMarked
package latentlab.engine.kernels.channels;

import org.jspecify.annotations.NullMarked;
