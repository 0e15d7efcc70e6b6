package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.models.CodeGrid;
import latentlab.models.CodeMaps;
import latentlab.models.Denoiser;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.LatentDivergence;
import latentlab.models.LikelihoodEstimator;
import latentlab.models.Reconstructor;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** What is measured of the images themselves, of models that do what is known. */
class CapabilityMetricsTest {

  private static final int COUNT = 600; // more than one batch, the last one smaller
  private static final Seed SEED = new Seed(3);

  /** Every third image is light and has the label 1; the pixels are 51/255 = 0.2 or 0.8. */
  private static ImageSet images() {
    int size = SilentModel.SHAPE.size();
    byte[] pixels = new byte[COUNT * size];
    byte[] labels = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      labels[i] = (byte) (i % 3 == 0 ? 1 : 0);
      for (int p = 0; p < size; p++) {
        pixels[i * size + p] = (byte) (labels[i] == 1 ? 204 : 51);
      }
    }
    return new ImageSet(SilentModel.SHAPE, pixels, labels);
  }

  private static Map<String, Double> measure(GenerativeModel model, EvaluationSettings settings) {
    return Evaluation.measure(model, images(), settings, SEED, Progress.NONE, new Cancellation());
  }

  private static EvaluationSettings noise(double deviation) {
    return new EvaluationSettings(
        Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, OptionalDouble.of(deviation));
  }

  private static EvaluationSettings importance(int samples) {
    return new EvaluationSettings(
        Optional.empty(), Optional.empty(), 0, Optional.empty(), samples, OptionalDouble.empty());
  }

  private static EvaluationSettings judged(ImageClassifier classifier) {
    return new EvaluationSettings(
        Optional.of(classifier), Optional.empty(), 0, Optional.empty(), 0, OptionalDouble.empty());
  }

  @Test
  void aClassifierIsRightWhereItsGreatestProbabilityIsTheLabel() {
    assertThat(measure(new PixelClassifier(), EvaluationSettings.PLAIN))
        .isEqualTo(Map.of("accuracy", 1.0));
  }

  @Test
  void accuracyNeedsLabels() {
    ImageSet unlabelled = new ImageSet(SilentModel.SHAPE, new byte[8], new byte[0]);

    assertThat(
            Evaluation.measure(
                new PixelClassifier(), unlabelled, SEED, Progress.NONE, new Cancellation()))
        .isEmpty();
  }

  @Test
  void reconstructionsAreJudgedByTheLabelsOfTheirOriginals() {
    Map<String, Double> metrics = measure(new Darkener(), judged(new PixelClassifier()));

    assertThat(metrics.keySet())
        .startsWith(
            "reconstruction_mse",
            "reconstruction_cross_entropy",
            "reconstruction_ssim",
            "reconstruction_accuracy");
    assertThat(metrics.get("reconstruction_accuracy")).isCloseTo(2.0 / 3, within(1e-9));
  }

  /** Of x itself the cross-entropy is the entropy of a coin of 0.2, the same as of 0.8. */
  @Test
  void reconstructionsAreComparedByCrossEntropy() {
    double coin = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8));
    assertThat(measure(new Unchanged(), EvaluationSettings.PLAIN))
        .extractingByKey("reconstruction_cross_entropy", DOUBLE)
        .isCloseTo(4 * coin, within(1e-6));

    double mean = (0.2 * 2 + 0.8) / 3;
    assertThat(measure(new Darkener(), EvaluationSettings.PLAIN))
        .extractingByKey("reconstruction_cross_entropy", DOUBLE)
        .isCloseTo(4 * mean * -Math.log(1e-6), within(1e-3));
  }

  /** So small an image has a window of one pixel, whose similarity to black is C1 / (x^2 + C1). */
  @Test
  void reconstructionsAreComparedByStructure() {
    assertThat(measure(new Unchanged(), EvaluationSettings.PLAIN))
        .extractingByKey("reconstruction_ssim", DOUBLE)
        .isCloseTo(1, within(1e-9));

    double expected = (2 * 1e-4 / (0.04 + 1e-4) + 1e-4 / (0.64 + 1e-4)) / 3;
    assertThat(measure(new Darkener(), EvaluationSettings.PLAIN))
        .extractingByKey("reconstruction_ssim", DOUBLE)
        .isCloseTo(expected, within(1e-6));
  }

  @Test
  void aDenoiserIsMeasuredWithTheNoiseOfItsTraining() {
    assertThat(measure(new Darkener(), EvaluationSettings.PLAIN).get("denoising_mse"))
        .isCloseTo((0.2 * 0.2 * 2 + 0.8 * 0.8) / 3, within(1e-6));
  }

  @Test
  void noiseOfAGivenSizeGoesBeforeItsOwn() {
    double slight = measure(new Unchanged(), noise(0.01)).getOrDefault("denoising_mse", 0.0);

    assertThat(slight).isCloseTo(1e-4, within(1e-5));
    assertThat(measure(new Unchanged(), EvaluationSettings.PLAIN))
        .doesNotContainKey("denoising_mse");
    assertThat(measure(new Unchanged(), noise(0)).get("denoising_mse")).isZero();
  }

  /** So much noise leaves a fair coin for each pixel: errors of 0 - x and 1 - x. */
  @Test
  void noiseIsClippedToTheRangeOfPixels() {
    assertThat(measure(new Unchanged(), noise(1000)).get("denoising_mse"))
        .isCloseTo((0.04 + 0.64) / 2, within(0.02));
  }

  @Test
  void divergencesOfDimensionsAreMeansOverTheImages() {
    Map<String, Double> metrics = measure(new Diverging(), EvaluationSettings.PLAIN);

    assertThat(metrics.keySet())
        .containsExactly("kl_dimension_0", "kl_dimension_1", "kl_dimension_2", "active_dimensions");
    assertThat(metrics.get("kl_dimension_0")).isCloseTo(0.4, within(1e-6));
    assertThat(metrics.get("kl_dimension_1")).isCloseTo(0.009, within(1e-9));
    assertThat(metrics.get("active_dimensions")).isEqualTo(2);
  }

  /** The 200 light images have the codes 2 and 3, the 400 dark ones twice the code 3. */
  @Test
  void theUseOfACodebookIsCountedOverAllImages() {
    Map<String, Double> metrics = measure(new Coding(), EvaluationSettings.PLAIN);

    assertThat(metrics.get("codes_used")).isEqualTo(0.25);
    double entropy = -(1.0 / 6 * Math.log(1.0 / 6) + 5.0 / 6 * Math.log(5.0 / 6));
    assertThat(metrics.get("code_perplexity")).isCloseTo(Math.exp(entropy), within(1e-9));
  }

  @Test
  void theLikelihoodIsEstimatedOnlyWhenAskedFor() {
    assertThat(measure(new Likely(), EvaluationSettings.PLAIN)).isEmpty();

    Map<String, Double> metrics = measure(new Likely(), importance(7));
    assertThat(metrics.get("log_likelihood")).isCloseTo(-7 * 0.4, within(1e-6));
    assertThat(metrics.get("nll")).isCloseTo(7 * 0.4, within(1e-6));
  }

  @Test
  void refusesWhatTheModelCannotBeAskedFor() {
    assertThatThrownBy(() -> measure(new SilentModel(), importance(7)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("importance samples");
    assertThatThrownBy(() -> measure(new SilentModel(), noise(0.5)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("noise");
  }

  /** Gives images back as they came. */
  private static class Unchanged extends SilentModel implements Reconstructor {

    @Override
    public ImageBatch reconstruct(ImageBatch images) {
      return images;
    }
  }

  /** Its noise is darkness, and it cannot remove it. */
  private static final class Darkener extends SilentModel implements Denoiser {

    @Override
    public ImageBatch reconstruct(ImageBatch images) {
      return ImageBatch.unlabelled(images.shape(), new float[images.pixels().length]);
    }

    @Override
    public ImageBatch corrupt(ImageBatch images, Seed seed) {
      return ImageBatch.unlabelled(images.shape(), new float[images.pixels().length]);
    }
  }

  /** The first dimension's divergence is the image's grey; the others' are constant. */
  private static final class Diverging extends SilentModel implements LatentDivergence {

    @Override
    public double[] divergenceByDimension(ImageBatch images) {
      double sum = 0;
      for (int i = 0; i < images.count(); i++) {
        sum += images.image(i)[0];
      }
      return new double[] {sum / images.count(), 0.009, 0.011};
    }
  }

  /** Two codes for each image, out of eight. */
  private static final class Coding extends SilentModel implements CodeGrid {

    @Override
    public int codeRows() {
      return 1;
    }

    @Override
    public int codeColumns() {
      return 2;
    }

    @Override
    public int codebookSize() {
      return 8;
    }

    @Override
    public CodeMaps encodeToCodes(ImageBatch images) {
      int[] codes = new int[2 * images.count()];
      for (int i = 0; i < images.count(); i++) {
        codes[2 * i] = images.labels()[i] == 1 ? 2 : 3;
        codes[2 * i + 1] = 3;
      }
      return new CodeMaps(images.count(), 1, 2, codes);
    }

    @Override
    public ImageBatch decodeCodes(CodeMaps codes) {
      throw new UnsupportedOperationException("only measured");
    }
  }

  /** An image's log-likelihood is its grey times the number of samples, below zero. */
  private static final class Likely extends SilentModel implements LikelihoodEstimator {

    @Override
    public double[] logLikelihood(ImageBatch images, int samples, Seed seed) {
      double[] values = new double[images.count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = -samples * (double) images.image(i)[0];
      }
      return values;
    }
  }
}
