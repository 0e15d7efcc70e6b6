package latentlab.engine.layers.normalization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.primitives.FeatureShape;

/**
 * A layer whose weight matrix W is divided by its largest singular value (Miyato et al. 2018), so
 * that a discriminator's slope is bounded. W is the stored weight with its first axis as rows:
 * [outputs, inputs * height * width] of a convolution. For a transposed convolution the first axis
 * is that of its input channels; its bound is that of the convolution it mirrors.
 *
 * <p>Their algorithm 1: each forward pass in training takes one step of power iteration, v = W^T u
 * / |W^T u|, u = W v / |W v|, and uses sigma = u^T W v. The vector u is kept as {@code weight_u},
 * which the optimiser does not change. In use u stays and sigma = |W^T u| / |u|, so that each row's
 * result depends on that row alone. The gradient is theirs of equation 12, with u and v as
 * constants: dL/dW = (G - (sum of G W / sigma) u v^T) / sigma, where G is the gradient with respect
 * to W / sigma.
 *
 * @param layer with a parameter {@code weight}: dense, convolution or transposed convolution
 */
public record SpectralNormalization(UnaryConfiguration layer) implements UnaryConfiguration {

  static final String WEIGHT = "weight";
  static final String VECTOR = "weight_u";

  @Override
  public FeatureShape output(FeatureShape input) {
    FeatureShape output = layer.output(input);
    if (layer.parameters(input).stream().noneMatch(p -> p.name().equals(WEIGHT) && p.trained())) {
      throw new IllegalArgumentException(
          "a layer with a weight can be normalised, not a " + layer.getClass().getSimpleName());
    }
    return output;
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    List<Parameter> all = new ArrayList<>(layer.parameters(input));
    long rows =
        all.stream()
            .filter(parameter -> parameter.name().equals(WEIGHT))
            .mapToLong(parameter -> parameter.shape().get(0))
            .findFirst()
            .orElseThrow();
    all.add(new Parameter(VECTOR, List.of(rows), false, Initialization.normal(1)));
    return all;
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return layer.multiplyAdds(input);
  }

  @Override
  public boolean readsOutputBackward() {
    return layer.readsOutputBackward();
  }

  @Override
  public Layer build(LayerContext context) {
    NormalizedWeight weight =
        new NormalizedWeight(context.parameter(WEIGHT), context.parameter(VECTOR).values());
    Map<String, ParameterView> inner = new TreeMap<>(context.parameters());
    inner.put(WEIGHT, weight.view());
    LayerContext innerContext =
        new LayerContext(
            context.name(),
            context.inputs(),
            context.inputReusable(),
            context.primitives(),
            inner,
            context.shared());
    return new SpectralNormalizationLayer(unary(layer.build(innerContext), layer), weight);
  }

  private static UnaryLayer unary(Layer built, LayerConfiguration configuration) {
    if (built instanceof UnaryLayer one) {
      return one;
    }
    built.close();
    throw new IllegalArgumentException(configuration + " cannot be normalised");
  }
}
