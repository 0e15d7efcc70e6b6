package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Lets a discriminator see how much an example resembles the others of its batch, by which it finds
 * a generator that draws the same picture again and again (Salimans et al. 2016, section 3.2). With
 * A values f(x_i) of each example and a tensor T [A, B, C], M_i = f(x_i) T is a matrix [B, C], and
 *
 * <pre>o_b(i) = sum over j other than i of exp(-|M_i,b - M_j,b|_1)</pre>
 *
 * is appended to f(x_i) for each of the B kernels. Their sum includes j = i, which only adds the
 * constant 1, here left to the bias of the next layer. T is stored as {@code weight} [C * B, A],
 * the row of kernel b and place c being c * B + b, and starts with normal numbers that let the
 * distances of unit normal inputs be near 1.
 *
 * <p>In use a row must not depend on others: it gets for each kernel the running average of o_b
 * over the batches of training, {@code running_similarity} [B], which moves by a tenth towards the
 * mean of each batch, as the statistics of batch normalisation do.
 *
 * @param kernels B, how many similarities are measured
 * @param kernelSize C, how many values each compares
 */
public record MinibatchDiscrimination(int kernels, int kernelSize) implements UnaryConfiguration {

  static final String AVERAGE = "running_similarity";

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there are no kernels, or they have no size
   */
  public MinibatchDiscrimination {
    if (kernels < 1 || kernelSize < 1) {
      throw new IllegalArgumentException(
          String.format(
              "mini-batch discrimination needs kernels of some size, not %d of %d",
              kernels, kernelSize));
    }
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return FeatureShape.vector(Math.addExact(input.size(), kernels));
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    long inputs = input.size();
    double deviation = 1 / (kernelSize * Math.sqrt((double) inputs));
    return List.of(
        new Parameter(
            "weight",
            List.of((long) kernels * kernelSize, inputs),
            true,
            Initialization.normal(deviation)),
        new Parameter(AVERAGE, List.of((long) kernels), false, Initialization.constant(0)));
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return (long) kernels * kernelSize * input.size();
  }

  @Override
  public Layer build(LayerContext context) {
    return new MinibatchDiscriminationLayer(context, kernels, kernelSize);
  }
}
