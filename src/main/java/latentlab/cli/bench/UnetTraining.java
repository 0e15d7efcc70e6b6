package latentlab.cli.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.losses.SquaredError;
import latentlab.engine.primitives.FeatureShape;

/**
 * One update of a diffusion model's U-Net (Ho et al. 2020, algorithm 1): 1,000 steps, variances
 * from 1e-4 to 0.02.
 */
final class UnetTraining implements Workload.Step {

  private static final int STEPS = 1000;
  private static final double FIRST_VARIANCE = 1e-4;
  private static final double LAST_VARIANCE = 0.02;

  private final RandomBatches batches;
  private final Network network;
  private final SquaredError loss;
  private final MatrixBuffer imageInput;
  private final MatrixBuffer timeInput = new MatrixBuffer(1);
  private final RandomGenerator random = UnetDenoising.SEED.derive("bench-noise").generator();
  private final double[] signal = new double[STEPS];
  private final int batch;
  private final float[] times;
  private final float[] noise;

  UnetTraining(ImageSet images, int batch) {
    FeatureShape shape = ConvVae.shapeOf(images);
    this.batches = new RandomBatches(images, batch);
    this.batch = batch;
    this.network =
        Network.of(UnetDenoising.UNET.plan("unet", shape), UnetDenoising.ADAM, UnetDenoising.SEED);
    this.loss = new SquaredError();
    this.imageInput = new MatrixBuffer(shape.size());
    this.times = new float[batch];
    this.noise = new float[batch * shape.size()];
    double product = 1;
    for (int t = 0; t < STEPS; t++) {
      product *= 1 - FIRST_VARIANCE - (LAST_VARIANCE - FIRST_VARIANCE) * t / (STEPS - 1);
      signal[t] = product;
    }
  }

  @Override
  public void run() {
    float[] pixels = batches.next().pixels();
    int size = pixels.length / batch;
    for (int r = 0; r < batch; r++) {
      int t = random.nextInt(STEPS);
      times[r] = t;
      float keep = (float) Math.sqrt(signal[t]);
      float spread = (float) Math.sqrt(1 - signal[t]);
      for (int i = r * size; i < (r + 1) * size; i++) {
        noise[i] = (float) random.nextGaussian();
        pixels[i] = keep * (2 * pixels[i] - 1) + spread * noise[i];
      }
    }
    Matrix noisy = imageInput.fill(pixels, 0, batch);
    Matrix time = timeInput.fill(times, 0, batch);
    Matrix predicted = network.forward(List.of(noisy, time), Pass.TRAINING).get(0);
    loss.lossAndGradient(predicted, noise, 1f / noise.length);
    network.backward(List.of(predicted), new Wanted(true, false));
    network.update();
  }

  @Override
  public void close() {
    network.close();
    imageInput.close();
    timeInput.close();
  }
}
