package latentlab.models.vae;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.EvidenceBound.Bound;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * Descends {@code L = -log p(x|z) + beta KL(q(z|x) || N(0, I))}, one draw of z for each image (see
 * the package documentation).
 */
final class VaeTrainer implements ModelTrainer {

  private final VaeModel model;
  private final double beta;

  VaeTrainer(VaeModel model, double beta) {
    this.model = model;
    this.beta = beta;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    Bound bound = model.computeGradients(batch, beta, seed.generator());
    model.update();
    return terms(bound);
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    return terms(model.evidenceBound(batch, seed));
  }

  @Override
  public Tensors optimizerState() {
    return model.optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    model.setOptimizerState(state);
  }

  private LossTerms terms(Bound bound) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", bound.reconstruction());
    parts.put("kl", bound.kl());
    return new LossTerms(bound.reconstruction() + beta * bound.kl(), parts);
  }
}
