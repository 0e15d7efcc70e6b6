package latentlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.LikelihoodEstimator;
import latentlab.random.Seed;

/** {@link Metrics#LOG_LIKELIHOOD} and {@link Metrics#NLL}. */
final class LikelihoodEstimate implements Measurement {

  private final LikelihoodEstimator model;
  private final int samples;
  private double sum;
  private long images;

  LikelihoodEstimate(LikelihoodEstimator model, int samples) {
    this.model = model;
    this.samples = samples;
  }

  @Override
  public void add(ImageBatch batch, Seed seed) {
    for (double value : model.logLikelihood(batch, samples, seed.derive("importance"))) {
      sum += value;
    }
    images += batch.count();
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.LOG_LIKELIHOOD, sum / images);
    metrics.put(Metrics.NLL, -sum / images);
    return metrics;
  }
}
