package latentlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.LatentDivergence;
import latentlab.random.Seed;

/**
 * {@link Metrics#KL_OF_DIMENSION} and {@link Metrics#ACTIVE_DIMENSIONS}. The model gives means over
 * a batch; they are weighted by its size.
 */
final class ActiveDimensions implements Measurement {

  private static final double ACTIVE = 0.01;

  private final LatentDivergence model;
  private double[] sums = new double[0];
  private long images;

  ActiveDimensions(LatentDivergence model) {
    this.model = model;
  }

  @Override
  public void add(ImageBatch batch, Seed seed) {
    double[] means = model.divergenceByDimension(batch);
    if (images == 0) {
      sums = new double[means.length];
    }
    for (int i = 0; i < means.length; i++) {
      sums[i] += means[i] * batch.count();
    }
    images += batch.count();
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    int active = 0;
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / images;
      metrics.put(Metrics.KL_OF_DIMENSION + i, mean);
      if (mean > ACTIVE) {
        active++;
      }
    }
    metrics.put(Metrics.ACTIVE_DIMENSIONS, (double) active);
    return metrics;
  }
}
