package latentlab.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.CodeGrid;
import latentlab.random.Seed;

/** {@link Metrics#CODES_USED} and {@link Metrics#CODE_PERPLEXITY}. */
final class CodeUse implements Measurement {

  private final CodeGrid model;
  private final long[] uses;

  CodeUse(CodeGrid model) {
    this.model = model;
    this.uses = new long[model.codebookSize()];
  }

  @Override
  public void add(ImageBatch images, Seed seed) {
    for (int code : model.encodeToCodes(images).indices()) {
      uses[code]++;
    }
  }

  @Override
  public Map<String, Double> metrics() {
    double all = Arrays.stream(uses).sum();
    double used = 0;
    double entropy = 0;
    for (long count : uses) {
      if (count > 0) {
        used++;
        entropy -= count / all * Math.log(count / all);
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metrics.CODES_USED, used / uses.length);
    metrics.put(Metrics.CODE_PERPLEXITY, Math.exp(entropy));
    return metrics;
  }
}
