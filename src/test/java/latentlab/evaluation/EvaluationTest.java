package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.models.EvidenceBound;
import latentlab.models.GenerativeModel;
import latentlab.models.Reconstructor;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final ImageShape SHAPE = SilentModel.SHAPE;
  private static final int COUNT = 600; // more than one batch, the last one smaller
  private static final Seed SEED = new Seed(3);

  private final ImageSet images = randomImages();

  private static ImageSet randomImages() {
    byte[] pixels = new byte[COUNT * SHAPE.size()];
    SEED.generator().nextBytes(pixels);
    return new ImageSet(SHAPE, pixels, new byte[0]);
  }

  private Map<String, Double> measure(GenerativeModel model) {
    return Evaluation.measure(model, images, SEED, Progress.NONE, new Cancellation());
  }

  @Test
  void aModelThatReturnsItsInputHasNoError() {
    assertThat(measure(new Redrawing(pixels -> pixels)))
        .containsEntry(Metrics.RECONSTRUCTION_MSE, 0.0)
        .containsEntry(Metrics.RECONSTRUCTION_SSIM, 1.0)
        .containsOnlyKeys(
            Metrics.RECONSTRUCTION_MSE,
            Metrics.RECONSTRUCTION_CROSS_ENTROPY,
            Metrics.RECONSTRUCTION_SSIM);
  }

  @Test
  void theErrorOfAConstantOffsetIsItsSquare() {
    Map<String, Double> metrics =
        measure(
            new Redrawing(
                pixels -> {
                  float[] brighter = pixels.clone();
                  for (int i = 0; i < brighter.length; i++) {
                    brighter[i] += 0.25f;
                  }
                  return brighter;
                }));

    assertThat(metrics.get("reconstruction_mse")).isCloseTo(0.0625, within(1e-7));
  }

  @Test
  void theErrorOfTheMeanIsTheVariance() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < COUNT; i++) {
      for (byte pixel : images.imageBytes(i)) {
        double value = (pixel & 0xFF) / 255.0;
        sum += value;
        squares += value * value;
      }
    }
    int pixels = COUNT * SHAPE.size();
    double mean = sum / pixels;
    double variance = squares / pixels - mean * mean;

    Map<String, Double> metrics =
        measure(
            new Redrawing(
                batch -> {
                  float[] grey = new float[batch.length];
                  Arrays.fill(grey, (float) mean);
                  return grey;
                }));
    assertThat(metrics.get("reconstruction_mse")).isCloseTo(variance, within(1e-6));
  }

  @Test
  void theBoundIsTheMeanOverImagesWhateverTheBatches() {
    Map<String, Double> metrics = measure(new Bounded());
    double reconstruction = 0;
    for (int i = 0; i < COUNT; i++) {
      reconstruction += images.batch(i).pixels()[0];
    }

    assertThat(metrics.keySet()).containsExactly("reconstruction_bce", "kl", "elbo");
    assertThat(metrics.get("reconstruction_bce")).isCloseTo(reconstruction / COUNT, within(1e-9));
    assertThat(metrics.get("elbo"))
        .isCloseTo(
            -(metrics.getOrDefault("reconstruction_bce", 0.0) + metrics.getOrDefault("kl", 0.0)),
            within(1e-12));
  }

  @Test
  void theSeedDecidesTheNoise() {
    Map<String, Double> first = measure(new Bounded());

    assertThat(measure(new Bounded())).isEqualTo(first);
    assertThat(
            Evaluation.measure(
                new Bounded(), images, new Seed(4), Progress.NONE, new Cancellation()))
        .isNotEqualTo(first);
  }

  @Test
  void aModelWithoutTheCapabilitiesHasNoMetrics() {
    assertThat(measure(new SilentModel())).isEmpty();
  }

  @Test
  void tellsItsProgressToTheEnd() {
    List<Long> done = new ArrayList<>();
    Evaluation.measure(
        new SilentModel(),
        images,
        SEED,
        (count, total, what) -> {
          assertThat(total).isEqualTo(COUNT);
          done.add(count);
        },
        new Cancellation());

    assertThat(done).isSorted().startsWith(0L).endsWith((long) COUNT).hasSizeGreaterThan(2);
  }

  @Test
  void endsWhenCancelled() {
    Cancellation cancellation = new Cancellation();
    List<Long> done = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Evaluation.measure(
                    new SilentModel(),
                    images,
                    SEED,
                    (count, total, what) -> {
                      done.add(count);
                      cancellation.cancel();
                    },
                    cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(done).containsExactly(0L);
  }

  @Test
  void refusesImagesOfAnotherSizeAndNone() {
    ImageSet wide = new ImageSet(new ImageShape(2, 3, 1), new byte[6], new byte[0]);
    ImageSet none = new ImageSet(SHAPE, new byte[0], new byte[0]);

    assertThatThrownBy(
            () ->
                Evaluation.measure(
                    new SilentModel(), wide, SEED, Progress.NONE, new Cancellation()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("the images are 2x3x1; the model expects 2x2x1");
    assertThatThrownBy(
            () ->
                Evaluation.measure(
                    new SilentModel(), none, SEED, Progress.NONE, new Cancellation()))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void refusesToReportWhatIsNotANumber() {
    assertThatThrownBy(
            () ->
                measure(
                    new Redrawing(
                        pixels -> {
                          float[] broken = pixels.clone();
                          broken[0] = Float.NaN;
                          return broken;
                        })))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("reconstruction_mse is NaN");
  }

  /** A model whose reconstruction is known. */
  private static final class Redrawing extends SilentModel implements Reconstructor {

    private final UnaryOperator<float[]> redraw;

    Redrawing(UnaryOperator<float[]> redraw) {
      this.redraw = redraw;
    }

    @Override
    public ImageBatch reconstruct(ImageBatch batch) {
      return ImageBatch.unlabelled(batch.shape(), redraw.apply(batch.pixels()));
    }
  }

  /** The first term is each image's first pixel, the second one is noise. */
  private static final class Bounded extends SilentModel implements EvidenceBound {

    @Override
    public Bound evidenceBound(ImageBatch batch, Seed seed) {
      RandomGenerator random = seed.generator();
      double reconstruction = 0;
      double kl = 0;
      for (int i = 0; i < batch.count(); i++) {
        reconstruction += batch.image(i)[0];
        kl += random.nextDouble();
      }
      return new Bound(reconstruction / batch.count(), kl / batch.count());
    }
  }
}
