package latentlab.ui.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import latentlab.models.denoising.SamplerType;
import latentlab.models.denoising.Trajectory;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.Origins;
import latentlab.models.origin.SamplingWay;
import latentlab.ui.diffusion.DiffusionViewModel.Stage;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamplingOriginTest {

  private final Deque<Runnable> pulses = new ArrayDeque<>();
  private final GreyDiffusion diffusion = new GreyDiffusion();
  private final DiffusionModel model = diffusion.model();
  private final DiffusionViewModel viewModel =
      new DiffusionViewModel(Runnable::run, (work, delay) -> pulses.add(work), Messages.load());

  @BeforeEach
  void explore() {
    viewModel.explore(model, Stage.READY);
  }

  private ImageOrigin origin() {
    Trajectory made = Objects.requireNonNull(viewModel.finished().get());
    return SamplingOrigin.of(
        ImageOrigin.of(Origins.model("m", Origins.HASH), "diffusion"),
        made,
        Optional.ofNullable(viewModel.madeWith().get()));
  }

  @Test
  void makesTheSameImagesAgain() {
    viewModel.choose(now -> now.withSeed(77).withCount(3).withGuidance(2).withSteps(4));
    SamplingChoices chosen = viewModel.choices().get();
    viewModel.sample(new InpaintingDrawing(GreyDiffusion.SHAPE));
    diffusion.answer();
    float[] pixels = Objects.requireNonNull(viewModel.finished().get()).result().pixels();
    ImageOrigin origin = origin();
    viewModel.choose(now -> now.withSeed(1).withCount(1));

    assertThat(SamplingOrigin.beganWithNoise(origin)).isTrue();
    viewModel.repeat(SamplingOrigin.choices(origin, model).orElseThrow());
    diffusion.answer();

    assertThat(viewModel.choices().get()).isEqualTo(chosen);
    assertThat(Objects.requireNonNull(viewModel.finished().get()).result().pixels())
        .isEqualTo(pixels);
  }

  @Test
  void cutsWhatTheModelCannotDo() {
    ImageOrigin hostile =
        ImageOrigin.of(Origins.model("m", Origins.HASH), "generate")
            .withWay(new SamplingWay(SamplerType.DDPM, 99_999, 1, 3))
            .withClasses(List.of(255))
            .with("images", "100000")
            .with("mix", "x:y");

    SamplingChoices choices = SamplingOrigin.choices(hostile, model).orElseThrow();

    assertThat(choices.steps()).isEqualTo(GreyDiffusion.STEPS);
    assertThat(choices.count()).isEqualTo(SamplingChoices.MOST_IMAGES);
    assertThat(choices.mix()).isEmpty();
  }

  @Test
  void goesBackToWhatWasChosenBefore() {
    SamplingState before = SamplingState.of(viewModel);
    viewModel.choose(now -> now.withSeed(5));
    viewModel.chooseStart(StartingPoint.NOISED_IMAGE);
    viewModel.chooseStartStep(1);

    viewModel.restore(before);

    assertThat(SamplingState.of(viewModel)).isEqualTo(before);
  }
}
