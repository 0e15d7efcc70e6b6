package latentlab.models.recurrent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.engine.optimizer.GradientClipping;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Descends the reconstruction error with clipped gradients. */
final class RecurrentTrainer implements ModelTrainer {

  private final RecurrentModel model;
  private final RateSchedule schedule;
  private final Optional<GradientClipping> clipping;

  RecurrentTrainer(RecurrentModel model, RecurrentConfig config) {
    this.model = model;
    this.schedule = config.schedule();
    this.clipping =
        config.clipping() > 0
            ? Optional.of(new GradientClipping(config.clipping()))
            : Optional.empty();
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    double loss = model.computeGradients(batch);
    clip(model.networkList());
    model.networks().update(schedule.factor(point));
    return terms(loss);
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    double[] sum = {0};
    RowChunks.forEach(
        batch.count(), (from, rows) -> sum[0] += rows * model.loss(batch, from, rows));
    return terms(sum[0] / batch.count());
  }

  /** Shortens the gradients of some networks, taken together as one vector. */
  void clip(List<Network> networks) {
    clipping.ifPresent(
        limit -> {
          double square = 0;
          for (Network network : networks) {
            double norm = limit.norm(network.gradientMemory(), network.parameterCount());
            square += norm * norm;
          }
          double factor = limit.factor(Math.sqrt(square));
          if (factor < 1) {
            networks.forEach(
                network -> limit.scale(network.gradientMemory(), network.parameterCount(), factor));
          }
        });
  }

  private static LossTerms terms(double loss) {
    return new LossTerms(loss, Map.of("reconstruction", loss));
  }

  @Override
  public Tensors optimizerState() {
    return model.networks().optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    model.networks().setOptimizerState(state);
  }
}
