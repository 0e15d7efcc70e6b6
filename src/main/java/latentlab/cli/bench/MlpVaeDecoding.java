package latentlab.cli.bench;

import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.ModelFamilies;

/**
 * Images of the MLP VAE at some random points of its latent space, in one call.
 *
 * @param batch how many points
 * @param timedSteps how many calls are timed
 */
record MlpVaeDecoding(int batch, int timedSteps) implements Workload {

  @Override
  public String name() {
    return "mlp-vae-decode-" + batch;
  }

  @Override
  public int warmUpSteps() {
    return 5;
  }

  @Override
  public Step prepare(ModelFamilies families, ImageSet images) {
    GenerativeModel model = MlpVae.create(families, images);
    if (!(model instanceof LatentSpace space)) {
      model.close();
      throw new InvalidInputException("workload " + name() + " needs a model with a latent space");
    }
    return new DecodingStep(model, space, codes(space.latentSize()));
  }

  private LatentCodes codes(int latentSize) {
    RandomGenerator random = MlpVae.SEED.derive("bench-codes").generator();
    float[] values = new float[batch * latentSize];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new LatentCodes(batch, latentSize, values);
  }

  /** Decodes the same points each time. */
  private record DecodingStep(GenerativeModel model, LatentSpace space, LatentCodes codes)
      implements Step {

    @Override
    public void run() {
      space.decode(codes);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
