package latentlab.engine.layers.embedding;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * A vector learnt for each whole number: class labels or indices into a codebook. Its input are
 * numbers 0 to entries - 1, as floats: one, a row of them (a vector), or an image with one channel.
 * Each becomes the channels of its position. The input has no derivative; its error is zero.
 *
 * @param entries how many numbers there are
 * @param size of a vector
 * @param deviation the standard deviation of the normal numbers that vectors start with
 */
public record Embedding(int entries, int size, double deviation) implements UnaryConfiguration {

  /** Floats represent every whole number up to this one. */
  private static final int MOST_ENTRIES = 1 << 24;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there are no entries or more than a float can count, if
   *     vectors have no values or the table too many to address, or if the deviation is negative or
   *     not finite
   */
  public Embedding {
    if (entries < 1 || entries > MOST_ENTRIES || size < 1) {
      throw new IllegalArgumentException(
          String.format(
              "an embedding needs 1 to %d entries of at least one value, not %d of %d",
              MOST_ENTRIES, entries, size));
    }
    if ((long) entries * size > Integer.MAX_VALUE / Float.BYTES) {
      throw new IllegalArgumentException(
          String.format("an embedding of %d entries of %d values is too large", entries, size));
    }
    if (!(deviation >= 0) || Double.isInfinite(deviation)) {
      throw new IllegalArgumentException(
          "an embedding's vectors need a finite deviation of 0 or more, not " + deviation);
    }
  }

  /**
   * Vectors that start as standard normal numbers.
   *
   * @param entries how many numbers there are
   * @param size of a vector
   */
  public Embedding(int entries, int size) {
    this(entries, size, 1);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    if (input.pixels() == 1) {
      return new FeatureShape(1, input.channels(), size);
    }
    if (input.channels() != 1) {
      throw new IllegalArgumentException(
          "an embedding takes a vector of numbers or an image with one channel, not " + input);
    }
    return new FeatureShape(input.height(), input.width(), size);
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    return List.of(
        new Parameter(
            "weight",
            List.of((long) entries, (long) size),
            true,
            Initialization.normal(deviation)));
  }

  @Override
  public Layer build(LayerContext context) {
    return new EmbeddingLayer(context);
  }
}
