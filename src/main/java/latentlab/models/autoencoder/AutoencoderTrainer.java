package latentlab.models.autoencoder;

import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.autoencoder.AutoencoderObjective.Descent;
import latentlab.models.networks.CodeSpread;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Descends an {@link AutoencoderObjective} by Adam. */
final class AutoencoderTrainer implements ModelTrainer {

  private final AutoencoderModel model;
  private final AutoencoderObjective objective;
  private final NetworkGroup networks;
  private final CodeSpread spread;
  private final RateSchedule schedule;

  AutoencoderTrainer(
      AutoencoderModel model,
      AutoencoderObjective objective,
      NetworkGroup networks,
      CodeSpread spread,
      RateSchedule schedule) {
    this.model = model;
    this.objective = objective;
    this.networks = networks;
    this.spread = spread;
    this.schedule = schedule;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, model.images().shape());
    Descent descent = objective.computeGradients(batch, seed);
    networks.update(schedule.factor(point));
    spread.observe(descent.codes());
    return descent.loss();
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, model.images().shape());
    return objective.measure(batch, seed);
  }

  @Override
  public Tensors optimizerState() {
    return networks.optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    networks.setOptimizerState(state);
  }
}
