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
import latentlab.failure.InvalidInputException;

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

  /** Hidden layers that a network may have; more would only be slow. */
  private static final int MOST_LAYERS = 16;

  /**
   * Checks the setting that gives the widths.
   *
   * @param widths of the hidden layers
   * @param least how many there must be, 0 or 1
   * @return a copy
   * @throws InvalidInputException if there are too few or more than 16
   */
  public static List<Integer> checkedWidths(List<Integer> widths, int least) {
    if (widths.size() < least || widths.size() > MOST_LAYERS) {
      String range = least == 0 ? "at most " : least + " to ";
      throw new InvalidInputException(
          "widths must name " + range + MOST_LAYERS + " hidden layers, not " + widths.size());
    }
    return List.copyOf(widths);
  }

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
