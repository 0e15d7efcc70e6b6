package latentlab.cli.bench;

import latentlab.data.ImageSet;
import latentlab.models.GenerativeModel;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;

/** One update of the MLP VAE: pick a batch, forward, backward, Adam. */
final class MlpVaeTraining implements Workload.Step {

  private final GenerativeModel model;
  private final ModelTrainer trainer;
  private final RandomBatches batches;
  private long stepsMade;

  MlpVaeTraining(ModelFamilies families, ImageSet images, int batch) {
    this.model = MlpVae.create(families, images);
    this.trainer = model.trainer();
    this.batches = new RandomBatches(images, batch);
  }

  @Override
  public void run() {
    trainer.step(
        batches.next(), new TrainingPoint(0, 1), MlpVae.SEED.derive("bench-step", stepsMade++));
  }

  @Override
  public void close() {
    model.close();
  }
}
