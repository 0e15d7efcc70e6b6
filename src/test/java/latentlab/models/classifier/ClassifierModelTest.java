package latentlab.models.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageClassifier.Features;
import latentlab.models.ImageDomain;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class ClassifierModelTest {

  private static final ImageShape SHAPE = new ImageShape(9, 8, 1);
  private static final List<String> CLASSES = List.of("left", "right", "both");
  private static final ImageDomain IMAGES = new ImageDomain(SHAPE, CLASSES);
  private static final TrainingPoint POINT = new TrainingPoint(0, 1);

  private static final ClassifierConfig PLAIN =
      new ClassifierConfig(4, 12, 0, 0, 0, 0, 1e-2, RateSchedule.CONSTANT);

  /** The bars at the left or right side, or both, on noise. */
  private static ImageBatch bars(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] pixels = new float[count * SHAPE.size()];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = random.nextInt(3);
      for (int p = 0; p < SHAPE.size(); p++) {
        boolean left = p % SHAPE.width() < 2 && labels[i] != 1;
        boolean right = p % SHAPE.width() > 5 && labels[i] != 0;
        pixels[i * SHAPE.size() + p] = (left || right ? 0.6f : 0f) + 0.4f * random.nextFloat();
      }
    }
    return new ImageBatch(SHAPE, count, pixels, labels);
  }

  private static ClassifierModel trained(int steps) {
    ClassifierModel model = new ClassifierModel(PLAIN, IMAGES, new Seed(1));
    for (int i = 0; i < steps; i++) {
      model.trainer().step(bars(32, 100 + i), POINT, new Seed(i));
    }
    return model;
  }

  @Test
  void learnsToTellClassesOfImagesItHasNotSeen() {
    try (ClassifierModel model = trained(60)) {
      ImageBatch images = bars(500, 5);
      Features probabilities = model.probabilities(images);
      long right =
          IntStream.range(0, 500)
              .filter(i -> probabilities.greatest(i) == images.labels()[i])
              .count();

      assertThat(right).isGreaterThan(490);
      LossTerms loss = model.trainer().evaluate(images, POINT, new Seed(1));
      assertThat(loss.parts().get("error")).isCloseTo(1 - right / 500.0, within(1e-9));
    }
  }

  @Test
  void probabilitiesOfAnImageSumToOneAndTellTheCrossEntropy() {
    try (ClassifierModel model = trained(20)) {
      ImageBatch images = bars(7, 6);
      Features probabilities = model.probabilities(images);
      double loss = 0;
      for (int i = 0; i < 7; i++) {
        float[] row = Arrays.copyOfRange(probabilities.values(), 3 * i, 3 * i + 3);
        assertThat((double) row[0] + row[1] + row[2]).isCloseTo(1, within(1e-6));
        loss -= Math.log(row[images.labels()[i]]) / 7;
      }

      assertThat(model.trainer().evaluate(images, POINT, new Seed(1)).total())
          .isCloseTo(loss, within(1e-5));
    }
  }

  /** An image's features in use do not depend on its batch, as in training they would. */
  @Test
  void featuresDependOnTheImageAlone() {
    try (ClassifierModel model = trained(20)) {
      ImageBatch images = bars(410, 7);
      Features all = model.features(images);
      Features one = model.features(ImageBatch.unlabelled(SHAPE, images.image(405)));

      assertThat(one.values())
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(Arrays.copyOfRange(all.values(), 405 * 12, 406 * 12));
    }
  }

  /** Once the moving statistics are those of the one batch it saw, use and training agree. */
  @Test
  void theFrozenNetworkIsTheTrainedOneWithItsMovingStatistics() {
    ClassifierConfig still = new ClassifierConfig(4, 12, 0, 0, 0, 0, 1e-7, RateSchedule.CONSTANT);
    try (ClassifierModel model = new ClassifierModel(still, IMAGES, new Seed(1))) {
      ImageBatch images = bars(400, 8);
      LossTerms training = new LossTerms(0, Map.of());
      for (int i = 0; i < 100; i++) {
        training = model.trainer().step(images, POINT, new Seed(i));
      }

      assertThat(model.trainer().evaluate(images, POINT, new Seed(1)).total())
          .isCloseTo(training.total(), within(2e-3));
    }
  }

  @Test
  void theDistanceIsTheMeanSquaredDifferenceOfTheFeatures() {
    try (ClassifierModel model = trained(20)) {
      ImageBatch images = bars(403, 9);
      ImageBatch originals = bars(403, 10);
      float[] first = model.features(images).values();
      float[] second = model.features(originals).values();
      double expected = 0;
      for (int i = 0; i < first.length; i++) {
        expected += Math.pow((double) first[i] - second[i], 2) / 12;
      }

      float[] gradient = new float[images.pixels().length];
      assertThat(model.featureDistance(images, originals, 1f, gradient))
          .isCloseTo(expected, within(1e-4 * expected));
      assertThat(model.featureDistance(images, images, 1f, new float[gradient.length])).isZero();
    }
  }

  @Test
  void theGradientOfTheDistanceEqualsCentralDifferences() {
    try (ClassifierModel model = trained(20)) {
      ImageBatch images = bars(403, 9);
      ImageBatch originals = bars(403, 10);
      float[] gradient = new float[images.pixels().length];
      model.featureDistance(images, originals, 1f, gradient);

      for (int row : new int[] {0, 1, 399, 402}) {
        float[] own = Arrays.copyOfRange(gradient, row * SHAPE.size(), (row + 1) * SHAPE.size());
        double length = length(own);
        double h = 1e-2;
        double up = distance(model, moved(images.image(row), own, h / length), originals, row);
        double down = distance(model, moved(images.image(row), own, -h / length), originals, row);
        assertThat((up - down) / (2 * h)).isCloseTo(length, within(3e-2 * length));
      }
    }
  }

  @Test
  void theGradientIsScaledAndAddedToWhatIsThere() {
    try (ClassifierModel model = trained(20)) {
      ImageBatch images = bars(3, 9);
      float[] plain = new float[images.pixels().length];
      float[] added = new float[images.pixels().length];
      Arrays.fill(added, 5f);
      double distance = model.featureDistance(images, bars(3, 10), 1f, plain);

      assertThat(model.featureDistance(images, bars(3, 10), 0.5f, added)).isEqualTo(distance);
      for (int i = 0; i < plain.length; i++) {
        assertThat(added[i]).isCloseTo(5 + 0.5f * plain[i], within(1e-5f));
      }
    }
  }

  @Test
  void comparingImagesDoesNotChangeTheTraining() {
    try (ClassifierModel first = trained(3);
        ClassifierModel second = trained(3)) {
      ImageBatch images = bars(5, 9);
      first.featureDistance(images, bars(5, 10), 1f, new float[images.pixels().length]);

      assertThat(first.trainer().step(bars(9, 1), POINT, new Seed(1)))
          .isEqualTo(second.trainer().step(bars(9, 1), POINT, new Seed(1)));
    }
  }

  @Test
  void aClassifierOfDigitsIsSmall() {
    ImageDomain digits =
        new ImageDomain(
            new ImageShape(28, 28, 1), IntStream.range(0, 10).mapToObj(String::valueOf).toList());
    ClassifierFamily family = new ClassifierFamily();
    try (var model = family.create(family.defaultConfig(), digits, new Seed(1))) {
      assertThat(model.parameterCount()).isBetween(100_000L, 300_000L);
    }
  }

  @Test
  void takesImagesOfAnySizeFromEightPixels() {
    for (ImageShape shape : List.of(new ImageShape(8, 8, 1), new ImageShape(112, 92, 3))) {
      try (ClassifierModel model =
          new ClassifierModel(PLAIN, new ImageDomain(shape, CLASSES), new Seed(1))) {
        ImageBatch images = new ImageBatch(shape, 2, new float[2 * shape.size()], new int[] {0, 2});

        assertThat(model.trainer().step(images, POINT, new Seed(1)).isFinite()).isTrue();
      }
    }
  }

  @Test
  void refusesImagesThatAreTooSmallOrHaveNoClasses() {
    assertThatThrownBy(
            () ->
                new ClassifierModel(
                    PLAIN, new ImageDomain(new ImageShape(7, 9, 1), CLASSES), new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 8 pixels")
        .hasMessageContaining("7x9x1");
    assertThatThrownBy(
            () -> new ClassifierModel(PLAIN, new ImageDomain(SHAPE, List.of()), new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("classes");
  }

  @Test
  void refusesLabelsThatAreMissingOrNoClasses() {
    try (ClassifierModel model = trained(0)) {
      ImageBatch none = ImageBatch.unlabelled(SHAPE, new float[SHAPE.size()]);
      ImageBatch wrong = new ImageBatch(SHAPE, 1, new float[SHAPE.size()], new int[] {3});

      assertThatThrownBy(() -> model.trainer().step(none, POINT, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("labels");
      assertThatThrownBy(() -> model.trainer().evaluate(wrong, POINT, new Seed(1)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("label 3")
          .hasMessageContaining("0 to 2");
    }
  }

  private static double distance(
      ClassifierModel model, float[] image, ImageBatch originals, int row) {
    return model.featureDistance(
        ImageBatch.unlabelled(SHAPE, image),
        ImageBatch.unlabelled(SHAPE, originals.image(row)),
        1f,
        new float[image.length]);
  }

  private static float[] moved(float[] image, float[] direction, double length) {
    float[] result = image.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += (float) (length * direction[i]);
    }
    return result;
  }

  private static double length(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
