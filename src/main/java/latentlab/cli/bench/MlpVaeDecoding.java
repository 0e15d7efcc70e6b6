package latentlab.cli.bench;

import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.ModelFamilies;

/** Images of the MLP VAE at some random points of its latent space, the same in each call. */
final class MlpVaeDecoding implements Workload.Step {

  private final GenerativeModel model;
  private final LatentSpace space;
  private final LatentCodes codes;

  MlpVaeDecoding(ModelFamilies families, ImageSet images, int batch) {
    this.model = MlpVae.create(families, images);
    if (!(model instanceof LatentSpace decodes)) {
      model.close();
      throw new InvalidInputException("the workload needs a model with a latent space");
    }
    this.space = decodes;
    int size = space.latentSize();
    this.codes = new LatentCodes(batch, size, RandomBatches.gaussian(batch * size, "bench-codes"));
  }

  @Override
  public void run() {
    space.decode(codes);
  }

  @Override
  public void close() {
    model.close();
  }
}
