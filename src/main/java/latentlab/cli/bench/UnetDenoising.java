package latentlab.cli.bench;

import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageSet;
import latentlab.engine.Network;
import latentlab.engine.blocks.UNet;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/** The predicted noise of a batch of noisy images in the middle of the diffusion. */
final class UnetDenoising implements Workload.Step {

  static final UNet UNET = UNet.unconditional(List.of(32, 64), 128);
  static final Adam ADAM = new Adam(2e-4);
  static final Seed SEED = new Seed(1);

  private static final float MIDDLE = 500f;

  private final int batch;
  private final Network network;
  private final MatrixBuffer imageInput;
  private final MatrixBuffer timeInput = new MatrixBuffer(1);
  private final float[] images;
  private final float[] times;

  UnetDenoising(ImageSet images, int batch) {
    FeatureShape shape = ConvVae.shapeOf(images);
    this.batch = batch;
    this.network = Network.of(UNET.plan("unet", shape), ADAM, SEED);
    this.imageInput = new MatrixBuffer(shape.size());
    this.images = RandomBatches.gaussian(batch * shape.size(), "bench-images");
    this.times = new float[batch];
    Arrays.fill(times, MIDDLE);
  }

  @Override
  public void run() {
    Matrix noisy = imageInput.fill(images, 0, batch);
    Matrix time = timeInput.fill(times, 0, batch);
    network.forward(List.of(noisy, time), Pass.INFERENCE).get(0);
  }

  @Override
  public void close() {
    network.close();
    imageInput.close();
    timeInput.close();
  }
}
