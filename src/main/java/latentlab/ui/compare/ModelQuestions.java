package latentlab.ui.compare;

import java.util.Arrays;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.ClassConditional;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.InversionSettings;
import latentlab.models.Inverter;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** What any model is asked, by its capabilities. On the thread that owns the model. */
final class ModelQuestions {

  private ModelQuestions() {}

  /** An image as the model sees it; empty if it cannot see images, or not without a search. */
  static Optional<ImageBatch> reconstruct(GenerativeModel model, ImageBatch image) {
    if (model instanceof Reconstructor reconstructor) {
      return Optional.of(reconstructor.reconstruct(image));
    }
    if (model instanceof ClassConditional conditional) {
      return bestOfClasses(model, conditional, image);
    }
    if (model instanceof Encoder encoder) {
      return Optional.of(encoder.decode(encoder.encode(image)));
    }
    return Optional.empty();
  }

  /** Whether the model has anything to show beside others. */
  static boolean isComparable(GenerativeModel model) {
    return model instanceof Reconstructor
        || model instanceof ClassConditional
        || model instanceof Encoder
        || model instanceof PriorSampler;
  }

  /** Whether {@link #search} can be asked. */
  static boolean isSearchable(GenerativeModel model) {
    return model instanceof Inverter;
  }

  /** An image as the model sees it, by search for its code. */
  static Optional<ImageBatch> search(
      GenerativeModel model, ImageBatch image, Seed seed, Cancellation cancellation) {
    return model instanceof Inverter inverter
        ? Optional.of(
            inverter.decode(
                inverter.invert(
                    image, InversionSettings.DEFAULT, seed, Progress.NONE, cancellation)))
        : Optional.empty();
  }

  /** New images; empty if the model draws none. */
  static Optional<ImageBatch> sample(GenerativeModel model, int count, Seed seed) {
    return model instanceof PriorSampler sampler
        ? Optional.of(sampler.sample(count, seed))
        : Optional.empty();
  }

  /** Drawings have no label: the class in which the image comes back best is taken for its own. */
  private static Optional<ImageBatch> bestOfClasses(
      GenerativeModel model, ClassConditional conditional, ImageBatch image) {
    Optional<ImageBatch> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    int[] labels =
        image.labels().length > 0
            ? new int[] {image.labels()[0]}
            : allLabels(model.images().classNames().size());
    for (int label : labels) {
      if (conditional.ofClass(label) instanceof Encoder encoder) {
        ImageBatch seen = encoder.decode(encoder.encode(image));
        double error = squaredDifference(image, seen);
        if (error < least) {
          least = error;
          best = Optional.of(seen);
        }
      }
    }
    return best;
  }

  private static int[] allLabels(int classes) {
    int[] labels = new int[classes];
    Arrays.setAll(labels, i -> i);
    return labels;
  }

  private static double squaredDifference(ImageBatch a, ImageBatch b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      double difference = a.pixels()[i] - b.pixels()[i];
      sum += difference * difference;
    }
    return sum;
  }
}
