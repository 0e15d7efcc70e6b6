package latentlab.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.ImageClassifier;
import latentlab.random.Seed;

/** {@link Metrics#ACCURACY}. */
final class ClassificationAccuracy implements Measurement {

  private final ImageClassifier model;
  private final LabelAgreement agreement = new LabelAgreement();

  ClassificationAccuracy(ImageClassifier model) {
    this.model = model;
  }

  @Override
  public void add(ImageBatch images, Seed seed) {
    if (images.labels().length > 0) {
      agreement.add(model.probabilities(images), images.labels());
    }
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    agreement.put(Metrics.ACCURACY, metrics);
    return metrics;
  }
}
