package latentlab.cli.bench;

import static latentlab.engine.losses.AdversarialLoss.NON_SATURATING;

import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/** One update of the discriminator on real and generated images, then one of the generator. */
final class DcganTraining implements Workload.Step {

  private final RandomBatches batches;
  private final Network generator;
  private final Network discriminator;
  private final MatrixBuffer realInput;
  private final MatrixBuffer noiseInput = new MatrixBuffer(Dcgan.NOISE);
  private final RandomGenerator random = new Seed(1).derive("bench-noise").generator();
  private final int batch;
  private final float[] noise;

  DcganTraining(ImageSet images, int batch) {
    FeatureShape shape = ConvVae.shapeOf(images);
    this.batches = new RandomBatches(images, batch);
    this.batch = batch;
    this.generator = Dcgan.generator(shape);
    this.discriminator = Dcgan.discriminator(shape);
    this.realInput = new MatrixBuffer(shape.size());
    this.noise = new float[batch * Dcgan.NOISE];
  }

  @Override
  public void run() {
    float[] pixels = batches.next().pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * pixels[i] - 1;
    }
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    Matrix generated = generator.forward(noiseInput.fill(noise, 0, batch));

    Matrix logits = discriminator.forward(realInput.fill(pixels, 0, batch));
    NON_SATURATING.criticOnReal(logits, 1f / batch);
    discriminator.backwardWithoutInputError(logits);
    discriminator.holdGradients();
    logits = discriminator.forward(generated);
    NON_SATURATING.criticOnGenerated(logits, 1f / batch);
    discriminator.backwardWithoutInputError(logits);
    discriminator.update();

    logits = discriminator.forward(generated);
    NON_SATURATING.generator(logits, 1f / batch);
    generator.backwardWithoutInputError(discriminator.backwardToInput(logits));
    generator.update();
  }

  @Override
  public void close() {
    generator.close();
    discriminator.close();
    realInput.close();
    noiseInput.close();
  }
}
