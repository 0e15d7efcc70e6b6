package latentlab.models.inversion;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.models.networks.SignedPixels;

/**
 * A network that gives pixels from -1 to 1, as generators do that end in a tanh. It may be told a
 * condition besides the code, such as a class, which is the same for all images.
 */
public final class NetworkDecoder implements DifferentiableDecoder, AutoCloseable {

  private final Network network;
  private final int latentSize;
  private final ImageShape shape;
  private final MatrixBuffer codeInput;
  private final MatrixBuffer errorInput;
  private final float[] condition;
  private final MatrixBuffer conditionInput;
  private float[] errors = new float[0];

  /**
   * Allocates nothing natively yet.
   *
   * @param network [rows, latentSize] to [rows, pixels], -1 to 1; not closed with this
   * @param latentSize the number of latent dimensions
   * @param shape of the images
   */
  public NetworkDecoder(Network network, int latentSize, ImageShape shape) {
    this(network, latentSize, shape, new float[0]);
  }

  /**
   * Allocates nothing natively yet.
   *
   * @param network [rows, latentSize] and [rows, condition size] to [rows, pixels], -1 to 1; not
   *     closed with this
   * @param latentSize the number of latent dimensions
   * @param shape of the images
   * @param condition what the network is told of each image; empty if it has no such input
   */
  public NetworkDecoder(Network network, int latentSize, ImageShape shape, float[] condition) {
    this.network = network;
    this.latentSize = latentSize;
    this.shape = shape;
    this.codeInput = new MatrixBuffer(latentSize);
    this.errorInput = new MatrixBuffer(shape.size());
    this.condition = condition.clone();
    this.conditionInput = new MatrixBuffer(Math.max(1, condition.length));
  }

  @Override
  public int latentSize() {
    return latentSize;
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public void decode(float[] codes, int rows, float[] pixels) {
    Matrix input = codeInput.fill(codes, 0, rows);
    List<Matrix> inputs = condition.length == 0 ? List.of(input) : List.of(input, conditions(rows));
    SignedPixels.toUnit(network.forward(inputs, Pass.FROZEN).get(0), pixels, 0);
  }

  private Matrix conditions(int rows) {
    float[] repeated = new float[rows * condition.length];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(condition, 0, repeated, row * condition.length, condition.length);
    }
    return conditionInput.fill(repeated, 0, rows);
  }

  @Override
  public void goBack(float[] pixelErrors, int rows, float[] codeErrors) {
    int length = rows * shape.size();
    if (errors.length < length) {
      errors = new float[length];
    }
    for (int i = 0; i < length; i++) {
      errors[i] = 0.5f * pixelErrors[i];
    }
    network.backwardToInput(errorInput.fill(errors, 0, rows)).copyTo(codeErrors);
  }

  /** Gives the memory of batches back; the network stays open. */
  @Override
  public void close() {
    codeInput.close();
    errorInput.close();
    conditionInput.close();
  }
}
