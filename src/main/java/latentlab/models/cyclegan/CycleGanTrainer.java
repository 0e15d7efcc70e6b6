package latentlab.models.cyclegan;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.AdversarialTrainer;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * Descends the losses of generators and discriminators at once, each by the weights before the
 * step. A batch without an image of either class changes nothing, and its terms are 0.
 */
final class CycleGanTrainer implements AdversarialTrainer {

  private final CycleGanNetworks networks;
  private final ImageShape shape;
  private final RateSchedule schedule;

  CycleGanTrainer(CycleGanNetworks networks, ImageShape shape, RateSchedule schedule) {
    this.networks = networks;
    this.shape = shape;
    this.schedule = schedule;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    return step(batch, point, seed, List.of(Player.values()));
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed, Player only) {
    return step(batch, point, seed, List.of(only));
  }

  private LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed, List<Player> moving) {
    DomainBatch domains = domains(batch);
    if (domains.rows() == 0) {
      return networks.measure(domains);
    }
    LossTerms loss = networks.computeGradients(domains, seed.derive("replay").generator());
    moving.forEach(player -> networks.update(player, schedule.factor(point)));
    return loss;
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    return networks.measure(domains(batch));
  }

  @Override
  public Tensors optimizerState() {
    return networks.trainingState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    networks.setTrainingState(state);
  }

  private DomainBatch domains(ImageBatch batch) {
    RowChunks.checkShape(batch, shape);
    return DomainBatch.of(batch);
  }
}
