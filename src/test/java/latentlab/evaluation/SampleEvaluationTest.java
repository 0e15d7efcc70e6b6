package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.PriorSampler;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** What a classifier says of what models draw. */
class SampleEvaluationTest {

  private static final Seed SEED = new Seed(3);
  private static final int SAMPLES = 900; // more than two parts, the last one smaller

  /** Noise of all greys. */
  private static ImageSet noise(int count, long seed) {
    byte[] pixels = new byte[count * SilentModel.SHAPE.size()];
    new Seed(seed).generator().nextBytes(pixels);
    return new ImageSet(SilentModel.SHAPE, pixels, new byte[0]);
  }

  private static EvaluationSettings settings(
      GenerativeModel model, int samples, Optional<ImageSet> training) {
    return new EvaluationSettings(
        Optional.of(new PixelClassifier()),
        model instanceof PriorSampler own ? Optional.of(own) : Optional.empty(),
        samples,
        training,
        0,
        OptionalDouble.empty());
  }

  private static Map<String, Double> measure(GenerativeModel model, int samples) {
    return Evaluation.measure(
        model,
        noise(500, 1),
        settings(model, samples, Optional.empty()),
        SEED,
        Progress.NONE,
        new Cancellation());
  }

  @Test
  void noiseIsAsFarFromNoiseAsOtherNoise() {
    Map<String, Double> metrics =
        Evaluation.measure(
            new Noisy(),
            noise(500, 1),
            settings(new Noisy(), SAMPLES, Optional.of(noise(SAMPLES, 2))),
            SEED,
            Progress.NONE,
            new Cancellation());

    assertThat(metrics.keySet())
        .containsExactly(
            "sure_samples",
            "classes_covered",
            "class_entropy",
            "frechet_distance",
            "precision",
            "recall",
            "sharpness",
            "frechet_floor",
            "data_precision",
            "data_recall",
            "data_sharpness");
    assertThat(metrics.get("sure_samples")).isCloseTo(0.2, within(0.04));
    assertThat(metrics.get("classes_covered")).isEqualTo(2);
    assertThat(metrics.get("frechet_distance")).isBetween(0.0, 0.003);
    assertThat(metrics.get("frechet_floor")).isBetween(0.0, 0.003);
    assertThat(metrics.get("class_entropy")).isCloseTo(Math.log(2), within(0.01));
    assertThat(metrics.get("precision"))
        .isCloseTo(metrics.getOrDefault("data_precision", 0.0), within(0.05))
        .isGreaterThan(0.9);
    assertThat(metrics.get("recall"))
        .isCloseTo(metrics.getOrDefault("data_recall", 0.0), within(0.05))
        .isGreaterThan(0.9);
  }

  @Test
  void copiesOfTrainingImagesAreFoundIfThatIsAskedFor() {
    ImageSet training = noise(SAMPLES, 2);
    Map<String, Double> copied = memorised(new Copying(training), training);
    assertThat(copied.get("memorised")).isEqualTo(1);
    assertThat(copied.get("training_distance")).isZero();

    Map<String, Double> fresh = memorised(new Noisy(), training);
    assertThat(fresh.get("memorised")).isCloseTo(0.05, within(0.04));
    assertThat(fresh.get("training_distance"))
        .isCloseTo(fresh.getOrDefault("data_training_distance", 0.0), within(0.01))
        .isGreaterThan(0.01);
  }

  private static Map<String, Double> memorised(GenerativeModel model, ImageSet training) {
    EvaluationSettings plain = settings(model, SAMPLES, Optional.of(training));
    EvaluationSettings settings =
        new EvaluationSettings(
            plain.classifier(),
            plain.sampler(),
            SAMPLES,
            plain.training(),
            0,
            plain.noise(),
            0,
            500);
    return Evaluation.measure(
        model, noise(500, 1), settings, SEED, Progress.NONE, new Cancellation());
  }

  /** A point is as far as the images' mean, squared, and the trace of their covariance. */
  @Test
  void samplesThatAreAllTheSameAreSureAndFarAway() {
    Map<String, Double> metrics = measure(new Constant(1f), SAMPLES);

    assertThat(metrics.get("sure_samples")).isEqualTo(1);
    assertThat(metrics.get("classes_covered")).isEqualTo(1);
    assertThat(metrics.get("class_entropy")).isZero();
    assertThat(metrics.get("recall")).isZero();
    assertThat(metrics.get("frechet_distance")).isCloseTo(2 * (0.25 + 1.0 / 12), within(0.05));
    assertThat(measure(new Constant(0.8f), SAMPLES).get("sure_samples")).isZero();
  }

  @Test
  void eachClassIsAskedForEquallyOftenAndComparedWithWhatIsFound() {
    Obedient model = new Obedient();
    Map<String, Double> metrics = measure(model, SAMPLES);

    assertThat(metrics.get("class_agreement")).isEqualTo(1);
    assertThat(model.asked).containsExactly(SAMPLES / 2, SAMPLES / 2);
    assertThat(metrics.get("classes_covered")).isEqualTo(2);
    assertThat(measure(new Stubborn(), SAMPLES).get("class_agreement")).isEqualTo(0.5);
  }

  @Test
  void theSeedDecidesTheSamples() {
    assertThat(measure(new Noisy(), 50)).isEqualTo(measure(new Noisy(), 50));
  }

  @Test
  void withoutSamplesNothingIsJudged() {
    assertThat(measure(new Noisy(), 0)).isEmpty();
  }

  @Test
  void refusesAClassifierOfOtherClassesAndASingleImage() {
    assertThatThrownBy(() -> measure(new Obedient("one", "two", "three"), SAMPLES))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the classifier tells 2 classes apart; the model has 3");
    assertThatThrownBy(
            () ->
                Evaluation.measure(
                    new Noisy(),
                    noise(1, 1),
                    settings(new Noisy(), SAMPLES, Optional.empty()),
                    SEED,
                    Progress.NONE,
                    new Cancellation()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 2");
  }

  @Test
  void endsBetweenTwoPartsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    Noisy model = new Noisy();
    Progress cancelling =
        (done, total, what) -> {
          if (what.contains("samples")) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(
            () ->
                Evaluation.measure(
                    model,
                    noise(500, 1),
                    settings(model, SAMPLES, Optional.empty()),
                    SEED,
                    cancelling,
                    cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(model.drawn).isLessThan(SAMPLES);
  }

  /** Draws noise of all greys. */
  private static final class Noisy extends SilentModel implements PriorSampler {

    private int drawn;

    @Override
    public ImageBatch sample(int count, Seed seed) {
      drawn += count;
      float[] pixels = new float[count * SHAPE.size()];
      var random = seed.generator();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = random.nextFloat();
      }
      return ImageBatch.unlabelled(SHAPE, pixels);
    }
  }

  /** Draws what it has learnt, from the start each time. */
  private static final class Copying extends SilentModel implements PriorSampler {

    private final ImageSet learnt;

    Copying(ImageSet learnt) {
      this.learnt = learnt;
    }

    @Override
    public ImageBatch sample(int count, Seed seed) {
      return learnt.batch(IntStream.range(0, count).toArray());
    }
  }

  /** Always draws the same image. */
  private static final class Constant extends SilentModel implements PriorSampler {

    private final float grey;

    Constant(float grey) {
      this.grey = grey;
    }

    @Override
    public ImageBatch sample(int count, Seed seed) {
      float[] pixels = new float[count * SHAPE.size()];
      Arrays.fill(pixels, grey);
      return ImageBatch.unlabelled(SHAPE, pixels);
    }
  }

  /** Draws what was asked for. */
  private static class Obedient extends SilentModel implements ConditionalSampler {

    private final int[] asked = new int[2];

    Obedient(String... classes) {
      super(classes.length == 0 ? new String[] {"dark", "light"} : classes);
    }

    @Override
    public ImageBatch sample(int count, Seed seed) {
      throw new AssertionError("the classes were to be asked for");
    }

    @Override
    public ImageBatch sample(int[] labels, Seed seed) {
      float[] pixels = new float[labels.length * SHAPE.size()];
      for (int i = 0; i < labels.length; i++) {
        asked[labels[i]]++;
        Arrays.fill(pixels, i * SHAPE.size(), (i + 1) * SHAPE.size(), shade(labels[i]));
      }
      return new ImageBatch(SHAPE, labels.length, pixels, labels);
    }

    float shade(int label) {
      return label;
    }
  }

  /** Draws light images, whatever was asked for. */
  private static final class Stubborn extends Obedient {

    @Override
    float shade(int label) {
      return 1f;
    }
  }
}
