package latentlab.models.networks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.primitives.FeatureShape;

/**
 * Dense layers.
 *
 * @param images what is read and drawn
 * @param widths units in each hidden layer, from the image on; drawing mirrors them
 * @param activation the nonlinearity of the hidden layers
 */
public record DenseArchitecture(
    ImageShape images, List<Integer> widths, HiddenActivation activation)
    implements ImageArchitecture {

  /** Copies the widths. */
  public DenseArchitecture {
    widths = List.copyOf(widths);
  }

  /** A flat vector: dense layers do not care where a pixel is. */
  @Override
  public FeatureShape image() {
    return FeatureShape.vector(images.size());
  }

  @Override
  public List<UnaryConfiguration> reading() {
    return hidden(widths);
  }

  @Override
  public List<UnaryConfiguration> drawing() {
    List<Integer> mirrored = new ArrayList<>(widths);
    Collections.reverse(mirrored);
    List<UnaryConfiguration> layers = hidden(mirrored);
    layers.add(new Dense(images.size(), WeightRule.GLOROT_UNIFORM));
    return layers;
  }

  private List<UnaryConfiguration> hidden(List<Integer> sizes) {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (int size : sizes) {
      layers.add(new Dense(size, activation.weightRule(), activation.function()));
    }
    return layers;
  }
}
