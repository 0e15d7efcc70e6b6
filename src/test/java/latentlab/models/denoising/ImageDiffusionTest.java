package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageDiffusionTest {

  private static final ImageShape SHAPE = new ImageShape(5, 4, 1);
  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(ScheduleType.COSINE, 100);
  private static final SamplingControl NONE = SamplingControl.none();

  private final GaussianData data = new GaussianData(SCHEDULE, 0.1, 0.04, 3);
  private final ImageDiffusion diffusion = new ImageDiffusion(SHAPE, SCHEDULE, data);

  @Test
  void everyStepCanBeRead() {
    List<TrajectoryStep> heard = new ArrayList<>();
    Trajectory trajectory =
        diffusion.sample(
            request(2).withSteps(20),
            new SamplingControl(Progress.NONE, new Cancellation(), heard::add));

    assertThat(trajectory.steps()).hasSize(20).isEqualTo(heard);
    assertThat(trajectory.steps().get(0).t()).isEqualTo(100);
    assertThat(trajectory.steps().get(19).t()).isEqualTo(5);
    for (TrajectoryStep step : trajectory.steps()) {
      assertThat(step.alphaBar()).isEqualTo(SCHEDULE.alphaBar(step.t()));
      assertThat(step.noiseLevel()).isEqualTo(SCHEDULE.noise(step.t()));
      Posterior posterior = SCHEDULE.posterior(step.t(), step.next());
      double a = SCHEDULE.signal(step.t());
      double b = SCHEDULE.noise(step.t());
      for (int i = 0; i < 2 * SHAPE.size(); i++) {
        assertThat(a * step.image()[i] + b * step.noise()[i])
            .isCloseTo(step.noisy()[i], within(1e-5));
        assertThat((double) step.posteriorMean()[i])
            .isCloseTo(
                posterior.imageFactor() * step.image()[i]
                    + posterior.noisyFactor() * step.noisy()[i],
                within(1e-5));
      }
      assertThat(step.noisyPictures().count()).isEqualTo(2);
    }
    assertThat(trajectory.steps().get(19).predictedPictures().pixels())
        .containsExactly(trajectory.result().pixels(), within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameImageWhateverTheBatch(SamplerType type) {
    SamplingRequest many = request(70).withSampler(type, 0.5).withClass(ClassMix.of(2));
    ImageBatch all = diffusion.images(many, NONE);
    ImageBatch some = diffusion.sample(many.part(66, 69), NONE).result();
    assertThat(some.image(1)).isEqualTo(all.image(67));
    assertThat(all.image(0)).isNotEqualTo(all.image(67));
    assertThat(all.labels()).hasSize(70).containsOnly(2);
  }

  @Test
  void aBranchSharesTheStepsBeforeAndLeavesItsParentAsItIs() {
    SamplingRequest request = request(2).withSampler(SamplerType.DDPM, 0);
    Trajectory parent = diffusion.sample(request, NONE);
    List<float[]> before = parent.steps().stream().map(step -> step.noisy().clone()).toList();
    float[] result = parent.result().pixels().clone();

    Trajectory branch =
        diffusion.branch(parent, 12, request.withSeeds(request(4).seeds().subList(2, 4)), NONE);

    assertThat(branch.steps()).hasSize(20);
    for (int i = 0; i < 12; i++) {
      assertThat(branch.steps().get(i)).isSameAs(parent.steps().get(i));
    }
    assertThat(branch.steps().get(12).noisy()).isSameAs(parent.steps().get(12).noisy());
    assertThat(branch.steps().get(13).noisy()).isNotEqualTo(parent.steps().get(13).noisy());
    assertThat(branch.result().pixels()).isNotEqualTo(result);
    assertThat(parent.result().pixels()).isEqualTo(result);
    for (int i = 0; i < 20; i++) {
      assertThat(parent.steps().get(i).noisy()).isEqualTo(before.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBranchThatChangesNothingIsItsParent(SamplerType type) {
    SamplingRequest request = request(2).withSampler(type, 0.3);
    Trajectory parent = diffusion.sample(request, NONE);
    for (int index : new int[] {0, 7, 19}) {
      Trajectory same = diffusion.branch(parent, index, request, NONE);
      assertThat(same.result().pixels()).isEqualTo(parent.result().pixels());
    }
  }

  @Test
  void aBranchWithAnotherClassOrGuidanceEndsElsewhere() {
    SamplingRequest request = request(1).withClass(ClassMix.of(0));
    Trajectory parent = diffusion.sample(request, NONE);
    double mean = Moments.mean(parent.result().pixels());
    SamplingRequest other = request.withClass(ClassMix.of(2));
    assertThat(Moments.mean(diffusion.branch(parent, 5, other, NONE).result().pixels()))
        .isGreaterThan(mean + 0.05);
    SamplingRequest guided = request.withGuidance(4);
    assertThat(Moments.mean(diffusion.branch(parent, 5, guided, NONE).result().pixels()))
        .isLessThan(mean - 0.02);
  }

  @Test
  void cancellingTakesEffectBeforeTheNextStep() {
    Cancellation cancellation = new Cancellation();
    List<TrajectoryStep> heard = new ArrayList<>();
    SamplingControl control =
        new SamplingControl(
            Progress.NONE,
            cancellation,
            step -> {
              heard.add(step);
              if (heard.size() == 3) {
                cancellation.cancel();
              }
            });
    assertThatThrownBy(() -> diffusion.sample(request(2), control))
        .isInstanceOf(CancellationException.class);
    assertThat(data.calls()).isEqualTo(3);
  }

  @Test
  void progressCountsImagesTimesStepsAndCancelsManyImagesToo() {
    List<Long> done = new ArrayList<>();
    Cancellation cancellation = new Cancellation();
    Progress progress =
        (now, total, what) -> {
          assertThat(total).isEqualTo(100 * 20);
          done.add(now);
          if (done.size() == 25) {
            cancellation.cancel();
          }
        };
    SamplingControl control = new SamplingControl(progress, cancellation, step -> {});
    assertThatThrownBy(() -> diffusion.images(request(100), control))
        .isInstanceOf(CancellationException.class);
    assertThat(data.calls()).isEqualTo(25);
    assertThat(done).isSorted().startsWith(64L, 128L).endsWith(64L * 20 + 5 * 36L);
  }

  @Test
  void inpaintingKeepsKnownPixelsExactly() {
    ImageBatch images = image(0.123f, 0.987f);
    Inpainting inpainting = new Inpainting(images, upperHalf(), 3);
    Trajectory trajectory = diffusion.inpaint(inpainting, request(2), NONE);
    for (int i = 0; i < 2 * SHAPE.size(); i++) {
      boolean known = upperHalf().known()[i % SHAPE.size()];
      if (known) {
        assertThat(trajectory.result().pixels()[i]).isEqualTo(images.pixels()[i]);
      } else {
        assertThat(trajectory.result().pixels()[i]).isNotEqualTo(images.pixels()[i]);
      }
    }
    assertThat(data.calls()).isEqualTo(19 * 3 + 1);
    Trajectory branch = diffusion.branch(trajectory, 10, request(2).withGuidance(2), NONE);
    assertThat(branch.result().image(0)[0]).isEqualTo(0.123f);
  }

  /** Both pixels of an image are always the same, so the unknown one must follow the known one. */
  @Test
  void resamplingMakesTheRestFitToWhatIsKnown() {
    ImageShape pair = new ImageShape(1, 2, 1);
    ImageDiffusion pairs = new ImageDiffusion(pair, SCHEDULE, new EqualPixels(SCHEDULE));
    ImageBatch images = ImageBatch.unlabelled(pair, new float[] {0.8f, 0});
    PixelMask left = new PixelMask(1, 2, new boolean[] {true, false});
    SamplingRequest request =
        SamplingRequest.of(1, new Seed(3), 50).withSampler(SamplerType.DDPM, 0).withClip(false);
    Trajectory trajectory = pairs.inpaint(new Inpainting(images, left, 8), request, NONE);
    assertThat(trajectory.result().pixels()[0]).isEqualTo(0.8f);
    assertThat(trajectory.result().pixels()[1]).isCloseTo(0.8f, within(0.03f));
  }

  @Test
  void refusesWhatTheModelCannotDo() {
    ImageDiffusion unconditional =
        new ImageDiffusion(SHAPE, SCHEDULE, new GaussianData(SCHEDULE, 0, 1, 0));
    SamplingRequest request = request(2);
    Trajectory trajectory = diffusion.sample(request, NONE);
    refused(
        "trained without classes",
        () -> unconditional.sample(request.withClass(ClassMix.of(1)), NONE));
    refused(
        "no class 3; expected 0 to 2",
        () -> diffusion.images(request.withClass(new ClassMix(0, 3, 0.5)), NONE));
    refused("1 to the model's 100, not 101", () -> diffusion.sample(request.withSteps(101), NONE));
    refused("position 20; expected 0 to 19", () -> diffusion.branch(trajectory, 20, request, NONE));
    refused("2 images; 3 were asked for", () -> diffusion.branch(trajectory, 1, request(3), NONE));
    PixelMask small = new PixelMask(4, 4, new boolean[16]);
    refused("the mask is 4x4; the images are 5x4x1", () -> new Inpainting(image(0), small, 1));
    refused("does not have 3 pixels", () -> new PixelMask(4, 4, new boolean[3]));
    refused("resamplings", () -> new Inpainting(image(0), upperHalf(), 0));
    assertThat(data.calls()).isEqualTo(20);
  }

  @Test
  void refusesRequestsThatMakeNoSense() {
    refused("at least one image", () -> SamplingRequest.of(0, new Seed(1), 10));
    refused("at least 1, not 0", () -> request(1).withSteps(0));
    refused("eta", () -> request(1).withSampler(SamplerType.DDIM, 1.5));
    refused("guidance", () -> request(1).withGuidance(Double.NaN));
    refused("for 2 images 1 classes", () -> request(2).withClasses(List.of(ClassMix.of(1))));
    refused("weight", () -> new ClassMix(0, 1, 1.1));
  }

  @Test
  void mixedClassesGiveNoLabels() {
    SamplingRequest mixed =
        request(2).withClasses(List.of(ClassMix.of(1), new ClassMix(0, 1, 0.5)));
    assertThat(diffusion.images(mixed, NONE).labels()).isEmpty();
  }

  private static void refused(String part, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(part);
  }

  private static SamplingRequest request(int count) {
    return SamplingRequest.of(count, new Seed(7), 20);
  }

  private static PixelMask upperHalf() {
    boolean[] known = new boolean[SHAPE.size()];
    Arrays.fill(known, 0, 8, true);
    return new PixelMask(5, 4, known);
  }

  private static ImageBatch image(float... greys) {
    float[] pixels = new float[greys.length * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = greys[i / SHAPE.size()];
    }
    return ImageBatch.unlabelled(SHAPE, pixels);
  }

  /** Images of two equal pixels, drawn from N(0, 1/4). */
  private record EqualPixels(NoiseSchedule schedule) implements ImagePredictor {

    @Override
    public int classes() {
      return 0;
    }

    @Override
    public void predict(float[] noisy, int count, int t, float[] classWeights, float[] images) {
      double a = schedule.signal(t);
      double gain = 0.25 * a / (a * a * 0.25 + (1 - a * a) / 2);
      for (int i = 0; i < noisy.length; i += 2) {
        images[i] = (float) (gain * (noisy[i] + noisy[i + 1]) / 2);
        images[i + 1] = images[i];
      }
    }
  }
}
