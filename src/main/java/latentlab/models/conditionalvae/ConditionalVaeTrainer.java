package latentlab.models.conditionalvae;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.EvidenceBound.Bound;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Descends {@code L = -log p(x|z,y) + beta KL(q(z|x,y) || p(z|y))}. */
final class ConditionalVaeTrainer implements ModelTrainer {

  private final ConditionalVaeModel model;
  private final double beta;
  private final RateSchedule schedule;

  ConditionalVaeTrainer(ConditionalVaeModel model, double beta, RateSchedule schedule) {
    this.model = model;
    this.beta = beta;
    this.schedule = schedule;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    Bound bound = model.computeGradients(batch, beta, seed);
    model.networks().group().update(schedule.factor(point));
    return terms(bound);
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    return terms(model.evidenceBound(batch, seed));
  }

  @Override
  public Tensors optimizerState() {
    return model.networks().group().optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    model.networks().group().setOptimizerState(state);
  }

  private LossTerms terms(Bound bound) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", bound.reconstruction());
    parts.put("kl", bound.kl());
    return new LossTerms(bound.reconstruction() + beta * bound.kl(), parts);
  }
}
