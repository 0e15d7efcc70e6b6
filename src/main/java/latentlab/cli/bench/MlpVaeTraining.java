package latentlab.cli.bench;

import java.util.random.RandomGenerator;
import latentlab.data.ImageSet;
import latentlab.models.GenerativeModel;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelTrainer;

/** One update of the MLP VAE: pick a batch, forward, backward, Adam. */
final class MlpVaeTraining implements Workload {

  @Override
  public String name() {
    return "mlp-vae-train";
  }

  @Override
  public int batch() {
    return 128;
  }

  @Override
  public int warmUpSteps() {
    return 3;
  }

  @Override
  public int timedSteps() {
    return 60;
  }

  @Override
  public Step prepare(ModelFamilies families, ImageSet images) {
    return new TrainingStep(MlpVae.create(families, images), images, batch());
  }

  /** Picks a random batch each time, as part of what is timed. */
  private static final class TrainingStep implements Step {

    private final GenerativeModel model;
    private final ModelTrainer trainer;
    private final ImageSet images;
    private final int batch;
    private final RandomGenerator random = MlpVae.SEED.derive("bench-batches").generator();
    private long stepsMade;

    TrainingStep(GenerativeModel model, ImageSet images, int batch) {
      this.model = model;
      this.trainer = model.trainer();
      this.images = images;
      this.batch = batch;
    }

    @Override
    public void run() {
      int[] indices = random.ints(batch, 0, images.size()).toArray();
      trainer.step(images.batch(indices), MlpVae.SEED.derive("bench-step", stepsMade++));
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
