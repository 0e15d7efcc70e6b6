package latentlab.models.diffusion;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.blocks.UNet;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.optimizer.OptimizerSettings;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/** A U-Net and the memory through which images, times and classes enter it. For one thread. */
final class DiffusionNetwork implements AutoCloseable {

  /** The network is told times up to this, whatever T is. */
  private static final float LAST_TIME = 1000;

  private final int classes;
  private final int steps;
  private final Network network;
  private final MatrixBuffer images;
  private final MatrixBuffer times = new MatrixBuffer(1);
  private final MatrixBuffer weights;

  /**
   * Makes a network.
   *
   * @param name with which the names of its weights begin
   * @param unet its layers, without classes
   * @param shape of an image
   * @param classes how many it is told, or 0
   * @param steps T
   */
  DiffusionNetwork(
      String name,
      UNet unet,
      ImageShape shape,
      int classes,
      int steps,
      OptimizerSettings optimizer,
      Seed seed) {
    this.classes = classes;
    this.steps = steps;
    FeatureShape image = new FeatureShape(shape.height(), shape.width(), shape.channels());
    this.network = Network.of(unet.withClasses(classes).plan(name, image), optimizer, seed);
    this.images = new MatrixBuffer(shape.size());
    this.weights = new MatrixBuffer(Math.max(1, classes));
  }

  Network network() {
    return network;
  }

  FloatBuffer parameters() {
    return network.parameters();
  }

  /**
   * Runs some rows through the network.
   *
   * @param noisy [count, values]
   * @param t [count] 1 to T
   * @param classWeights [count, classes]
   * @param from the first row
   * @param rows how many
   * @return [rows, values], overwritten by the next call with as many rows
   */
  Matrix forward(float[] noisy, int[] t, float[] classWeights, int from, int rows, Pass pass) {
    float[] told = new float[rows];
    for (int r = 0; r < rows; r++) {
      told[r] = LAST_TIME * t[from + r] / steps;
    }
    List<Matrix> inputs = new ArrayList<>();
    inputs.add(images.fill(noisy, from, rows));
    inputs.add(times.fill(told, 0, rows));
    if (classes > 0) {
      inputs.add(weights.fill(classWeights, from, rows));
    }
    return network.forward(inputs, pass).get(0);
  }

  @Override
  public void close() {
    network.close();
    images.close();
    times.close();
    weights.close();
  }
}
