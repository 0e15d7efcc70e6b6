package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageEditingTest {

  private static final ImageShape SHAPE = new ImageShape(40, 50, 1);
  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(ScheduleType.COSINE, 1000);
  private static final SamplingControl NONE = SamplingControl.none();

  private final ImageDiffusion diffusion =
      new ImageDiffusion(SHAPE, SCHEDULE, new GaussianData(SCHEDULE, 0.1, 0.04, 2));
  private final ImageEditing editing = new ImageEditing(diffusion);

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 3})
  void imagesComeBackFromTheNoiseThatInversionFinds(double guidance) {
    ImageBatch images = drawn(2);
    SamplingRequest request = request(2).withClass(new ClassMix(0, 1, 0.3)).withGuidance(guidance);
    NoisyImages latent = editing.invert(images, request, NONE);
    ImageBatch back = diffusion.from(latent, request, NONE).result();
    assertThat(distance(back, images)).isLessThan(1e-4);
    assertThat(latent.t()).isEqualTo(1000);
    assertThat(editing.invert(images, request, NONE).values()).isEqualTo(latent.values());
  }

  @Test
  void theLatentOfDataIsStandardNoise() {
    NoisyImages latent = editing.invert(drawn(4), request(4).withSteps(500), NONE);
    assertThat(Moments.mean(latent.values())).isCloseTo(0, within(0.1));
    assertThat(Moments.variance(latent.values())).isCloseTo(1, within(0.1));
  }

  @Test
  void withLittleNoiseAnImageStaysWhatItIsAndWithMuchItDoesNot() {
    ImageBatch images = drawn(1);
    double little = distance(images, editing.denoiseFrom(images, 5, request(1), NONE).result());
    Trajectory much = editing.denoiseFrom(images, 900, request(1), NONE);
    assertThat(little).isLessThan(1e-3);
    assertThat(distance(images, much.result())).isGreaterThan(10 * little);
    assertThat(much.steps().get(0).t()).isEqualTo(900);
    assertThat(much.steps()).hasSize(45);
  }

  @Test
  void theEndsOfAnInterpolationAreTheImagesNoisedAndDenoised() {
    ImageBatch first = drawn(1);
    ImageBatch second = ImageBatch.unlabelled(SHAPE, new float[SHAPE.size()]);
    Trajectory between =
        editing.interpolate(first, second, new double[] {0, 0.5, 1}, 400, request(3), NONE);
    Trajectory alone = editing.denoiseFrom(first, 400, request(3).part(0, 1), NONE);
    ImageBatch start = ImageBatch.unlabelled(SHAPE, between.result().image(0));
    assertThat(distance(start, alone.result())).isLessThan(1e-10);
    ImageBatch end = ImageBatch.unlabelled(SHAPE, between.result().image(2));
    assertThat(distance(end, alone.result())).isGreaterThan(1e-3);
    assertThat(between.result().count()).isEqualTo(3);
  }

  @Test
  void betweenTwoImagesThereIsAsMuchNoiseAsTheStepHas() {
    float[] grey = new float[SHAPE.size()];
    Arrays.fill(grey, 0.5f);
    ImageBatch image = ImageBatch.unlabelled(SHAPE, grey);
    Trajectory between =
        editing.interpolate(image, image, new double[] {0.5}, 400, request(1), NONE);
    double expected = 1 - SCHEDULE.alphaBar(400);
    assertThat(Moments.variance(between.steps().get(0).noisy()))
        .isCloseTo(expected, within(expected * 5 * Math.sqrt(2.0 / SHAPE.size())));
  }

  @Test
  void inversionCanBeCancelled() {
    Cancellation cancellation = new Cancellation();
    Progress progress =
        (done, total, what) -> {
          assertThat(total).isEqualTo(50);
          if (done == 3) {
            cancellation.cancel();
          }
          assertThat(done).isLessThanOrEqualTo(3);
        };
    SamplingControl control = new SamplingControl(progress, cancellation, step -> {});
    assertThatThrownBy(() -> editing.invert(drawn(1), request(1), control))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void refusesWhatDoesNotFit() {
    ImageBatch image = drawn(1);
    ImageBatch small = ImageBatch.unlabelled(new ImageShape(2, 2, 1), new float[4]);
    refused("no noisy step 1001", () -> editing.denoiseFrom(image, 1001, request(1), NONE));
    refused("2x2x1; the model takes", () -> editing.denoiseFrom(small, 5, request(1), NONE));
    refused("1 images; 2 were asked", () -> editing.denoiseFrom(image, 5, request(2), NONE));
    refused(
        "DDIM with eta 0",
        () -> editing.invert(image, request(1).withSampler(SamplerType.DDPM, 0), NONE));
    refused(
        "DDIM with eta 0",
        () -> editing.invert(image, request(1).withSampler(SamplerType.DDIM, 0.1), NONE));
    refused(
        "from 0 to 1, not 1.5",
        () -> editing.interpolate(image, image, new double[] {1.5}, 5, request(1), NONE));
    refused(
        "one and one",
        () -> editing.interpolate(image, drawn(2), new double[] {0.5}, 5, request(1), NONE));
  }

  private static void refused(String part, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(part);
  }

  private static SamplingRequest request(int count) {
    return SamplingRequest.of(count, new Seed(4), 50);
  }

  private static double distance(ImageBatch a, ImageBatch b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      sum += Math.pow(a.pixels()[i] - b.pixels()[i], 2);
    }
    return sum / a.pixels().length;
  }

  /** As the predictor's data are without a class: N(0.1, 0.2^2) between -1 and 1. */
  private static ImageBatch drawn(int count) {
    float[] values =
        GaussianNoise.standard(SamplingRequest.of(count, new Seed(9), 1).seeds(), SHAPE.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(1, Math.max(0, (0.1f + 0.2f * values[i] + 1) / 2));
    }
    return ImageBatch.unlabelled(SHAPE, values);
  }
}
