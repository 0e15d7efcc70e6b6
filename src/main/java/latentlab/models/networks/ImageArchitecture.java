package latentlab.models.networks;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.engine.primitives.FeatureShape;

/** The hidden layers of a network that reads an image, and of one that draws it. Immutable. */
public interface ImageArchitecture {

  /**
   * Chooses an architecture.
   *
   * @param type its kind
   * @param images what it reads and draws
   * @param widths of the hidden layers, from the image on, if it is dense
   * @param activation the nonlinearity of the hidden layers, if it is dense
   * @return the architecture
   * @throws latentlab.failure.InvalidInputException if the images are too small for it
   */
  static ImageArchitecture of(
      NetworkType type, ImageShape images, List<Integer> widths, HiddenActivation activation) {
    return switch (type) {
      case DENSE -> new DenseArchitecture(images, widths, activation);
      case CONVOLUTIONAL -> new ConvolutionalArchitecture(images);
    };
  }

  /**
   * The images, in the engine's terms.
   *
   * @return height, width and channels
   */
  FeatureShape image();

  /**
   * From an image to a vector of features.
   *
   * @return a new list of hidden layers with their nonlinearities; what reads the features comes
   *     after them
   */
  List<UnaryConfiguration> reading();

  /**
   * From a vector to an image.
   *
   * @return a new list of hidden layers with their nonlinearities, and a last one without, whose
   *     outputs are the image's pixels before any squashing
   */
  List<UnaryConfiguration> drawing();
}
