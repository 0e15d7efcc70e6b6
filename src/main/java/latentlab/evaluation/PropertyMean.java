package latentlab.evaluation;

import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.property.ImageProperty;

/** The mean of a measured property, gathered batch by batch. */
final class PropertyMean {

  private final ImageProperty property;
  private double sum;
  private long images;

  PropertyMean(ImageProperty property) {
    this.property = property;
  }

  void add(ImageBatch batch) {
    for (int i = 0; i < batch.count(); i++) {
      sum += property.measure(batch.pixels(), i * batch.shape().size(), batch.shape());
    }
    images += batch.count();
  }

  /** Puts the mean under a name, if there were images. */
  void put(String name, Map<String, Double> metrics) {
    if (images > 0) {
      metrics.put(name, sum / images);
    }
  }
}
