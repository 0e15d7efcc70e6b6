/**
 * Groups of layers that networks of several families consist of. Start at {@link
 * latentlab.engine.blocks.ResidualBlock}; {@link latentlab.engine.blocks.UNet} is the largest.
 */
@NullMarked
package latentlab.engine.blocks;

import org.jspecify.annotations.NullMarked;
