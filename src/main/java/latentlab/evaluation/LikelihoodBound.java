package latentlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.EvidenceBound;
import latentlab.random.Seed;

/**
 * {@link Metrics#RECONSTRUCTION_BCE}, {@link Metrics#KL} and {@link Metrics#ELBO}. The model gives
 * means over a batch; they are weighted by its size.
 */
final class LikelihoodBound implements Measurement {

  private final EvidenceBound model;
  private double reconstruction;
  private double kl;
  private long images;

  LikelihoodBound(EvidenceBound model) {
    this.model = model;
  }

  @Override
  public void add(ImageBatch batch, Seed seed) {
    EvidenceBound.Bound bound = model.evidenceBound(batch, seed);
    reconstruction += bound.reconstruction() * batch.count();
    kl += bound.kl() * batch.count();
    images += batch.count();
  }

  @Override
  public Map<String, Double> metrics() {
    EvidenceBound.Bound mean = new EvidenceBound.Bound(reconstruction / images, kl / images);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.RECONSTRUCTION_BCE, mean.reconstruction());
    metrics.put(Metrics.KL, mean.kl());
    metrics.put(Metrics.ELBO, mean.elbo());
    return metrics;
  }
}
