package latentlab.models.classifier;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.optimizer.StochasticGradientDescent;
import latentlab.engine.primitives.NormalizationPrimitive;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A classifier as it is used. With the moving statistics m and v of batch normalisation, its scale
 * g and its shift s, a convolution W x + b and the normalisation after it are the one convolution
 *
 * <pre>{@code
 * W' = c W,   b' = c (b - m) + s,   c = g / sqrt(v + epsilon)
 * }</pre>
 *
 * <p>so that nothing here depends on the batch, backward passes included. Owned by one thread.
 */
final class FrozenNetwork implements AutoCloseable {

  private static final String NAME = "frozen";

  private final ClassifierArchitecture architecture;
  private final Network network;
  private final MatrixBuffer errors;

  FrozenNetwork(ClassifierArchitecture architecture) {
    this.architecture = architecture;
    // It never learns; plain descent is the optimiser that keeps no state.
    this.network =
        Network.of(architecture.frozen(NAME), new StochasticGradientDescent(1), new Seed(0));
    this.errors = new MatrixBuffer(architecture.features());
  }

  /**
   * Takes over the weights of the network that learns.
   *
   * @param weights of {@link ClassifierArchitecture#learning}
   * @param name that network's name
   */
  void take(Tensors weights, String name) {
    Map<String, Tensor> folded = new LinkedHashMap<>();
    int convolutions = architecture.convolutions();
    for (int i = 0; i < convolutions; i++) {
      String from = name + "." + 2 * i;
      fold(weights, from, name + "." + (2 * i + 1), NAME + "." + i, folded);
    }
    for (int i = 0; i < 2; i++) {
      String from = name + "." + (2 * convolutions + i);
      String to = NAME + "." + (convolutions + i);
      folded.put(to + ".weight", weights.get(from + ".weight"));
      folded.put(to + ".bias", weights.get(from + ".bias"));
    }
    network.setWeights(new Tensors(folded));
  }

  private static void fold(
      Tensors weights, String convolution, String norm, String to, Map<String, Tensor> folded) {
    Tensor kernel = weights.get(convolution + ".weight");
    Tensor bias = weights.get(convolution + ".bias");
    float[] scaleShift = weights.get(norm + ".scale_shift").values();
    float[] mean = weights.get(norm + ".running_mean").values();
    float[] variance = weights.get(norm + ".running_variance").values();
    float[] foldedKernel = kernel.values().clone();
    float[] foldedBias = bias.values().clone();
    int channels = foldedBias.length;
    int perChannel = foldedKernel.length / channels;
    for (int c = 0; c < channels; c++) {
      double factor =
          scaleShift[c] / Math.sqrt((double) variance[c] + NormalizationPrimitive.EPSILON);
      for (int i = c * perChannel; i < (c + 1) * perChannel; i++) {
        foldedKernel[i] = (float) (factor * foldedKernel[i]);
      }
      foldedBias[c] = (float) (factor * (foldedBias[c] - mean[c]) + scaleShift[channels + c]);
    }
    folded.put(to + ".weight", new Tensor(kernel.shape(), foldedKernel));
    folded.put(to + ".bias", new Tensor(bias.shape(), foldedBias));
  }

  /**
   * The features of some images.
   *
   * @param images [rows, pixels]
   * @return [rows, features], overwritten by the next call with as many rows
   */
  Matrix features(Matrix images) {
    return network.forward(List.of(images), Pass.INFERENCE).get(0);
  }

  /**
   * The logits of some images.
   *
   * @param images [rows, pixels]
   * @return [rows, classes], overwritten by the next call with as many rows
   */
  Matrix logits(Matrix images) {
    return network.forward(List.of(images), Pass.INFERENCE).get(1);
  }

  /**
   * Half of a comparison: the features of images, remembered for {@link #pixelErrors}.
   *
   * @param images [rows, pixels]
   * @return [rows, features]
   */
  Matrix featuresToGoBackFrom(Matrix images) {
    return network.forward(List.of(images), Pass.TRAINING).get(0);
  }

  /**
   * The other half: goes back to the pixels.
   *
   * @param featureErrors [rows, features], the derivative of a loss by each feature
   * @param rows of the images that went forward last
   * @return [rows, pixels], overwritten by the next call with as many rows
   */
  Matrix pixelErrors(float[] featureErrors, int rows) {
    @Nullable Matrix[] outputErrors = {errors.fill(featureErrors, 0, rows), null};
    Matrix result = network.backward(Arrays.asList(outputErrors), new Wanted(false, true)).get(0);
    if (result == null) {
      throw new IllegalStateException("the features do not depend on the image");
    }
    return result;
  }

  @Override
  public void close() {
    network.close();
    errors.close();
  }
}
