package latentlab.evaluation.fewlabels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.models.TrainableEncoder;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** Images of two pixels, bright on the left or on the right, and an encoder that multiplies. */
class FewLabelsTest {

  private static final ImageShape SHAPE = new ImageShape(1, 2, 1);
  private static final FewLabelSettings SETTINGS =
      new FewLabelSettings(4, 100, 5, 0.8, 16, 0.1, 0.01, 1e-3, 16, 150, 20);

  @Test
  void tellsWhatIsEasyToTell() {
    Scale encoder = new Scale();
    Map<String, Double> accuracies = measure(encoder, 1);
    assertThat(accuracies.keySet())
        .containsExactly(
            "codes_labelled",
            "codes_propagated",
            "codes_fine_tuned",
            "pixels_labelled",
            "pixels_propagated",
            "pixels_nearest_neighbour");
    assertThat(accuracies.values()).allSatisfy(value -> assertThat(value).isGreaterThan(0.95));
    assertThat(encoder.steps).isEqualTo(20);
    assertThat(encoder.factor).isNotEqualTo(3);
    assertThat(measure(new Scale(), 1)).isEqualTo(accuracies);
  }

  @Test
  void choosesEqualNumbersOfEachClassByTheSeed() {
    Dataset dataset = dataset();
    int[] chosen = LabelChoice.choose(dataset, 6, 50, new Seed(1));
    assertThat(chosen).hasSize(50).doesNotHaveDuplicates();
    long ones = Arrays.stream(chosen).limit(6).filter(i -> dataset.train().label(i) == 1).count();
    assertThat(ones).isEqualTo(3);
    assertThat(LabelChoice.choose(dataset, 6, 50, new Seed(1))).isEqualTo(chosen);
    assertThat(LabelChoice.choose(dataset, 6, 50, new Seed(2))).isNotEqualTo(chosen);
  }

  @Test
  void refusesANumberOfLabelsThatThereCannotBe() {
    Dataset dataset = dataset();
    for (int labels : new int[] {1, 199, 201}) {
      assertThatThrownBy(() -> FewLabels.check(dataset, FewLabelSettings.of(labels, 100)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("labels");
    }
    Dataset unlabelled = new Dataset("bare", bare(), bare(), bare(), List.of(), "00");
    assertThatThrownBy(() -> FewLabels.check(unlabelled, SETTINGS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("data set bare has no labels");
  }

  private static Map<String, Double> measure(Scale encoder, long seed) {
    return FewLabels.measure(
        encoder, dataset(), SETTINGS, new Seed(seed), Progress.NONE, new Cancellation());
  }

  private static ImageSet bare() {
    return new ImageSet(SHAPE, new byte[20], new byte[0]);
  }

  /** Of 200 training images, 80 are of class 1. */
  private static Dataset dataset() {
    return new Dataset(
        "sides", images(200, 1), images(10, 2), images(60, 3), List.of("l", "r"), "0");
  }

  private static ImageSet images(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    byte[] pixels = new byte[2 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 5 < 2 ? 1 : 0);
      pixels[2 * i + labels[i]] = (byte) (180 + random.nextInt(40));
      pixels[2 * i + 1 - labels[i]] = (byte) random.nextInt(40);
    }
    return new ImageSet(SHAPE, pixels, labels);
  }

  /** Codes are pixels times a factor, which learns. */
  private static final class Scale implements TrainableEncoder {

    private float factor = 3;
    private int steps;
    private float[] last = new float[0];

    @Override
    public int latentSize() {
      return 2;
    }

    @Override
    public float latentExtent() {
      return 3;
    }

    @Override
    public ImageBatch decode(LatentCodes codes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public LatentCodes encode(ImageBatch images) {
      float[] codes = images.pixels().clone();
      for (int i = 0; i < codes.length; i++) {
        codes[i] *= factor;
      }
      return new LatentCodes(images.count(), 2, codes);
    }

    @Override
    public LatentCodes encodeInTraining(ImageBatch images, Seed seed) {
      last = images.pixels();
      return encode(images);
    }

    @Override
    public void descend(float[] codeErrors, double rateFactor) {
      assertThat(codeErrors).hasSize(last.length);
      steps++;
      for (int i = 0; i < last.length; i++) {
        factor -= (float) (0.1 * rateFactor * codeErrors[i] * last[i]);
      }
    }
  }
}
