package latentlab.cli.bench;

import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.BernoulliLogits;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.engine.primitives.FeatureShape;

/** One update of the convolutional VAE: pick a batch, forward, backward, Adam. */
final class ConvVaeTraining implements Workload.Step {

  private final RandomBatches batches;
  private final Network encoder;
  private final Network decoder;
  private final DiagonalGaussian posterior = new DiagonalGaussian(ConvVae.LATENT);
  private final BernoulliLogits likelihood;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput = new MatrixBuffer(ConvVae.LATENT);
  private final RandomGenerator random = ConvVae.SEED.derive("bench-noise").generator();
  private final int batch;
  private final float[] parameters;
  private final float[] noise;
  private final float[] draws;

  ConvVaeTraining(ImageSet images, int batch) {
    FeatureShape shape = ConvVae.shapeOf(images);
    this.batches = new RandomBatches(images, batch);
    this.batch = batch;
    this.encoder = ConvVae.encoder(shape);
    this.decoder = ConvVae.decoder(shape);
    this.likelihood = new BernoulliLogits(shape.size());
    this.pixelInput = new MatrixBuffer(shape.size());
    this.parameters = new float[batch * 2 * ConvVae.LATENT];
    this.noise = new float[batch * ConvVae.LATENT];
    this.draws = new float[batch * ConvVae.LATENT];
  }

  @Override
  public void run() {
    float[] pixels = batches.next().pixels();
    Matrix heads = encoder.forward(pixelInput.fill(pixels, 0, batch));
    heads.copyTo(parameters);
    posterior.draw(parameters, batch, random, noise, draws);
    Matrix logits = decoder.forward(codeInput.fill(draws, 0, batch));
    likelihood.lossAndGradient(logits, pixels, 1f / batch);
    decoder.backward(logits).copyTo(draws);
    posterior.gradient(parameters, batch, noise, draws, 1f / batch, parameters);
    heads.copyFrom(parameters);
    encoder.backwardWithoutInputError(heads);
    decoder.update();
    encoder.update();
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
    pixelInput.close();
    codeInput.close();
  }
}
