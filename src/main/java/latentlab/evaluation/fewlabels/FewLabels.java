package latentlab.evaluation.fewlabels;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.evaluation.ImageCodes;
import latentlab.evaluation.neighbours.Neighbours;
import latentlab.failure.InvalidInputException;
import latentlab.models.Encoder;
import latentlab.models.ImageClassifier.Features;
import latentlab.models.LatentCodes;
import latentlab.models.TrainableEncoder;
import latentlab.models.networks.RateSchedule;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Measures what codes are worth when few labels are known. For one measurement. */
public final class FewLabels {

  /** Test accuracy of the classifier on codes, fitted to the known labels alone. */
  public static final String CODES = "codes_labelled";

  /** Test accuracy of the classifier on codes, fitted to known and propagated labels. */
  public static final String CODES_PROPAGATED = "codes_propagated";

  /** The same after the encoder has learnt with the classifier, if it can. */
  public static final String CODES_FINE_TUNED = "codes_fine_tuned";

  /** Test accuracy of the same classifier on raw pixels, fitted to the known labels alone. */
  public static final String PIXELS = "pixels_labelled";

  /** Test accuracy of the same classifier on pixels, with labels propagated over pixels. */
  public static final String PIXELS_PROPAGATED = "pixels_propagated";

  /** Test accuracy of the label of the labelled image whose pixels are nearest. */
  public static final String PIXELS_NEAREST = "pixels_nearest_neighbour";

  private final Encoder encoder;
  private final FewLabelSettings settings;
  private final Seed seed;
  private final Cancellation cancellation;
  private final int classes;
  private final ImageSet images;
  private final ImageSet test;
  private final int[] known;

  private FewLabels(
      Encoder encoder,
      Dataset dataset,
      FewLabelSettings settings,
      Seed seed,
      Cancellation cancellation) {
    this.encoder = encoder;
    this.settings = settings;
    this.seed = seed;
    this.cancellation = cancellation;
    this.classes = dataset.classNames().size();
    this.images =
        dataset
            .train()
            .select(LabelChoice.choose(dataset, settings.labels(), settings.images(), seed));
    this.test = dataset.test();
    this.known = new int[settings.labels()];
    Arrays.setAll(known, images::label);
  }

  /**
   * Measures everything. The encoder is changed if it can be trained.
   *
   * @param encoder the model; called on the calling thread, which must own it
   * @param dataset of the model's size, with labels; those that are not chosen are not looked at
   * @param settings how
   * @param seed decides which labels are known, and everything else random
   * @param progress is told how far it has come
   * @param cancellation asked between two small steps
   * @return test accuracies from 0 to 1, by the names given here
   * @throws InvalidInputException if the data set has no labels, or not as many as asked for
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Map<String, Double> measure(
      Encoder encoder,
      Dataset dataset,
      FewLabelSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    return new FewLabels(encoder, dataset, settings, seed, cancellation).measure(progress);
  }

  /**
   * Finds out before long work whether a data set has the labels.
   *
   * @param dataset the data set
   * @param settings how many are wanted
   * @throws InvalidInputException if it has not
   */
  public static void check(Dataset dataset, FewLabelSettings settings) {
    LabelChoice.choose(dataset, settings.labels(), settings.images(), new Seed(0));
  }

  private Map<String, Double> measure(Progress progress) {
    Map<String, Double> accuracies = new LinkedHashMap<>();
    progress.report(0, 3, "learning from codes");
    measureCodes(accuracies);
    progress.report(1, 3, "learning from pixels");
    Features pixels = pixels(images);
    Features testPixels = pixels(test);
    accuracies.put(PIXELS, accuracy(fitted(pixels, known(), known), testPixels));
    Pseudo pseudo = propagate(pixels);
    accuracies.put(
        PIXELS_PROPAGATED, accuracy(fitted(pixels, pseudo.rows, pseudo.labels), testPixels));
    progress.report(2, 3, "comparing pixels");
    accuracies.put(PIXELS_NEAREST, nearest(pixels, testPixels));
    progress.report(3, 3, "comparing pixels");
    return accuracies;
  }

  private void measureCodes(Map<String, Double> accuracies) {
    Features codes = codes(images);
    accuracies.put(CODES, accuracy(fitted(codes, known(), known), codes(test)));
    Pseudo pseudo = propagate(codes);
    try (FeatureClassifier classifier = fitted(codes, pseudo.rows, pseudo.labels)) {
      accuracies.put(CODES_PROPAGATED, share(classifier.predict(codes(test))));
      if (encoder instanceof TrainableEncoder trainable) {
        fineTune(trainable, classifier, pseudo);
        accuracies.put(CODES_FINE_TUNED, share(classifier.predict(codes(test))));
      }
    }
  }

  private void fineTune(TrainableEncoder trainable, FeatureClassifier classifier, Pseudo pseudo) {
    FeatureClassifier.Batches batches =
        new FeatureClassifier.Batches(
            pseudo.rows.length, settings.batch(), seed.derive("fine-tuning"));
    for (int step = 0; step < settings.fineTuningSteps(); step++) {
      cancellation.throwIfRequested();
      int[] chosen = batches.next();
      ImageBatch batch = images.batch(Arrays.stream(chosen).map(i -> pseudo.rows[i]).toArray());
      int[] wanted = Arrays.stream(chosen).map(i -> pseudo.labels[i]).toArray();
      LatentCodes codes =
          trainable.encodeInTraining(
              ImageBatch.unlabelled(batch.shape(), batch.pixels()),
              seed.derive("fine-tuning-noise", step));
      double factor = RateSchedule.COSINE.factor((double) step / settings.fineTuningSteps());
      trainable.descend(classifier.step(codes.values(), wanted, step, factor), factor);
    }
  }

  /** Images whose label is taken for true: places among the images, and their labels. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Pseudo(int[] rows, int[] labels) {}

  private Pseudo propagate(Features features) {
    int neighbours = Math.min(settings.neighbours(), features.count() - 1);
    Features beliefs = LabelPropagation.beliefs(features, known, classes, neighbours, cancellation);
    int[] sure = LabelPropagation.surest(beliefs, known.length, settings.keptShare());
    int[] rows = Arrays.copyOf(known(), known.length + sure.length);
    System.arraycopy(sure, 0, rows, known.length, sure.length);
    int[] labels = Arrays.stream(rows).map(beliefs::greatest).toArray();
    System.arraycopy(known, 0, labels, 0, known.length);
    return new Pseudo(rows, labels);
  }

  /** The places of the images with a known label. */
  private int[] known() {
    int[] rows = new int[known.length];
    Arrays.setAll(rows, i -> i);
    return rows;
  }

  /** A classifier of the features of some images. */
  private FeatureClassifier fitted(Features features, int[] rows, int[] labels) {
    int size = features.size();
    float[] values = new float[rows.length * size];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(features.values(), rows[i] * size, values, i * size, size);
    }
    FeatureClassifier classifier =
        new FeatureClassifier(
            classes, Scaling.of(features), settings, seed.derive("few-labels-classifier"));
    classifier.fit(new Features(rows.length, size, values), labels, cancellation);
    return classifier;
  }

  private double accuracy(FeatureClassifier fitted, Features features) {
    try (FeatureClassifier classifier = fitted) {
      return share(classifier.predict(features));
    }
  }

  private double nearest(Features pixels, Features testPixels) {
    Features labelled =
        new Features(
            known.length,
            pixels.size(),
            Arrays.copyOf(pixels.values(), known.length * pixels.size()));
    int[] nearest = Neighbours.of(testPixels, labelled, 1, cancellation).index();
    return share(Arrays.stream(nearest).map(row -> known[row]).toArray());
  }

  private double share(int[] predicted) {
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      right += predicted[i] == test.label(i) ? 1 : 0;
    }
    return (double) right / predicted.length;
  }

  private Features codes(ImageSet set) {
    LatentCodes codes = ImageCodes.of(encoder, set, Progress.NONE, cancellation);
    return new Features(codes.count(), codes.size(), codes.values());
  }

  private static Features pixels(ImageSet set) {
    int size = set.shape().size();
    float[] values = new float[Math.multiplyExact(set.size(), size)];
    for (int i = 0; i < set.size(); i++) {
      set.copyImage(i, values, i * size);
    }
    return new Features(set.size(), size, values);
  }
}
