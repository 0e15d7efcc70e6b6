package latentlab.cli.bench;

import latentlab.data.ImageSet;
import latentlab.engine.Network;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.likelihood.BernoulliLogits;
import latentlab.engine.primitives.FeatureShape;

/** Images of the convolutional VAE's decoder at some random codes, the same in each call. */
final class ConvVaeDecoding implements Workload.Step {

  private final int batch;
  private final float[] codes;
  private final Network decoder;
  private final BernoulliLogits likelihood;
  private final MatrixBuffer codeInput = new MatrixBuffer(ConvVae.LATENT);

  ConvVaeDecoding(ImageSet images, int batch) {
    FeatureShape shape = ConvVae.shapeOf(images);
    this.batch = batch;
    this.codes = RandomBatches.gaussian(batch * ConvVae.LATENT, "bench-codes");
    this.decoder = ConvVae.decoder(shape);
    this.likelihood = new BernoulliLogits(shape.size());
  }

  @Override
  public void run() {
    float[] pixels = new float[batch * decoder.outputShape().size()];
    likelihood.probabilities(decoder.infer(codeInput.fill(codes, 0, batch)), pixels, 0);
  }

  @Override
  public void close() {
    decoder.close();
    codeInput.close();
  }
}
