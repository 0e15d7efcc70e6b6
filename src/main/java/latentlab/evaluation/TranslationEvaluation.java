package latentlab.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.property.ImageProperty;
import latentlab.models.ImageClassifier;
import latentlab.models.ImageTranslator;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * Measures what a translation between the two ends of a data set does: whether the property by
 * which they differ comes to that of the target, and whether all else is kept.
 *
 * @param model translates; called on the calling thread, which must own it
 * @param property what the classes differ in
 * @param classNames of the two classes
 */
public record TranslationEvaluation(
    ImageTranslator model, ImageProperty property, List<String> classNames) {

  private static final int BATCH = 256;

  /** Copies the names. */
  public TranslationEvaluation {
    classNames = List.copyOf(classNames);
  }

  /**
   * Translates each image into the other class.
   *
   * @param images labelled by the two classes, at least one of each
   * @param originals the same images in the same order, with the labels that a classifier knows, or
   *     without labels
   * @param classifier says which class the translations have; of the thread that calls
   * @param progress is told how many images are done
   * @param cancellation asked before each batch
   * @return {@link Metrics#TRANSLATED_PROPERTY} and {@link Metrics#TARGET_PROPERTY} of both
   *     classes, and {@link Metrics#TRANSLATION_CLASS_KEPT} where it can be told; immutable
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Map<String, Double> measure(
      ImageSet images,
      ImageSet originals,
      Optional<ImageClassifier> classifier,
      Progress progress,
      Cancellation cancellation) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    LabelAgreement kept = new LabelAgreement();
    for (int toClass = 0; toClass < classNames.size(); toClass++) {
      int target = toClass;
      int[] others =
          IntStream.range(0, images.size()).filter(i -> images.label(i) != target).toArray();
      int[] own =
          IntStream.range(0, images.size()).filter(i -> images.label(i) == target).toArray();
      PropertyMean translated = new PropertyMean(property);
      PropertyMean wanted = new PropertyMean(property);
      for (int from = 0; from < others.length; from += BATCH) {
        cancellation.throwIfRequested();
        progress.report(from, others.length, "translating");
        int[] part = Arrays.copyOfRange(others, from, Math.min(others.length, from + BATCH));
        ImageBatch drawn = model.translate(originals.batch(part), toClass);
        translated.add(drawn);
        classifier.ifPresent(
            judge -> kept.add(judge.probabilities(drawn), originals.batch(part).labels()));
      }
      for (int from = 0; from < own.length; from += BATCH) {
        wanted.add(images.batch(Arrays.copyOfRange(own, from, Math.min(own.length, from + BATCH))));
      }
      translated.put(Metrics.TRANSLATED_PROPERTY + classNames.get(toClass), metrics);
      wanted.put(Metrics.TARGET_PROPERTY + classNames.get(toClass), metrics);
    }
    kept.put(Metrics.TRANSLATION_CLASS_KEPT, metrics);
    return Collections.unmodifiableMap(metrics);
  }
}
