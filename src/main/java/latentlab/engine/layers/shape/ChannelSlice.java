package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Takes some of the channels of each pixel; of a vector, a part of it.
 *
 * @param from the first channel taken, at least 0
 * @param to the channel after the last one taken, more than from
 */
public record ChannelSlice(int from, int to) implements UnaryConfiguration {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is empty or begins below 0
   */
  public ChannelSlice {
    ShapeCheck.atLeast(0, from, "the first channel");
    ShapeCheck.atLeast(from + 1L, to, "the end of the channels");
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    if (to > input.channels()) {
      throw new IllegalArgumentException(
          String.format("cannot take channels %d to %d (exclusive) of %s", from, to, input));
    }
    return new FeatureShape(input.height(), input.width(), to - from);
  }

  @Override
  public Layer build(LayerContext context) {
    FeatureShape taken = output(context.input());
    return new LinearMapLayer(
        context,
        taken,
        new ChannelChoice(context.input(), from, taken.channels(), context.primitives().workers()));
  }
}
