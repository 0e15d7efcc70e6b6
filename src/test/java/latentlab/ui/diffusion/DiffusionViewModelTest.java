package latentlab.ui.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplerType;
import latentlab.models.denoising.Trajectory;
import latentlab.ui.diffusion.DiffusionViewModel.Stage;
import latentlab.ui.input.Stroke;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiffusionViewModelTest {

  private final Deque<Runnable> pulses = new ArrayDeque<>();
  private final GreyDiffusion diffusion = new GreyDiffusion();
  private final DiffusionViewModel viewModel =
      new DiffusionViewModel(Runnable::run, (work, delay) -> pulses.add(work), Messages.load());
  private final InpaintingDrawing drawing = new InpaintingDrawing(GreyDiffusion.SHAPE);

  @BeforeEach
  void explore() {
    viewModel.explore(diffusion.model(), Stage.READY);
  }

  @Test
  void showsTheEndOfTheWayAndEveryStepBeforeIt() {
    sample();

    assertThat(viewModel.length().get()).isEqualTo(6);
    assertThat(viewModel.position().get()).isEqualTo(5);
    assertThat(frame().t()).isZero();
    assertThat(frame().noise()).isEmpty();
    viewModel.goTo(0);
    assertThat(frame().t()).isEqualTo(GreyDiffusion.STEPS);
    assertThat(frame().noise()).isPresent();
    viewModel.stepForward();
    assertThat(viewModel.position().get()).isEqualTo(1);
    viewModel.stepBack();
    viewModel.stepBack();
    assertThat(viewModel.position().get()).isZero();
  }

  @Test
  void showsStepsAsTheyAreMade() {
    viewModel.sample(drawing);
    diffusion.answer();
    Runnable last = Objects.requireNonNull(pulses.peekLast());

    assertThat(pulses).hasSizeLessThanOrEqualTo(2);
    last.run();
    assertThat(viewModel.running().get()).isFalse();
  }

  @Test
  void asksForTheClassThatIsChosenAndForAMixOfTwo() {
    viewModel.choose(now -> now.withMix(Optional.of(ClassMix.of(1))));
    sample();
    assertThat(result().pixels()[0]).isCloseTo(0.75f, within(1e-5f));

    viewModel.choose(now -> now.withMix(Optional.of(new ClassMix(0, 1, 0.5))));
    sample();
    assertThat(result().pixels()[0]).isCloseTo(0.5f, within(1e-5f));
  }

  @Test
  void branchesFromTheStepShownAndKeepsTheOldEndForComparison() {
    sample();
    Trajectory parent = finished();
    viewModel.goTo(2);
    viewModel.choose(now -> now.withMix(Optional.of(ClassMix.of(1))));
    viewModel.branch();
    diffusion.answer();

    assertThat(viewModel.compared().get()).isSameAs(parent);
    assertThat(finished().steps().subList(0, 2)).isEqualTo(parent.steps().subList(0, 2));
    assertThat(result().pixels()[0]).isCloseTo(0.75f, within(1e-5f));
    assertThat(parent.result().pixels()[0]).isCloseTo(0.5f, within(1e-5f));
  }

  @Test
  void doesNotBranchFromTheEnd() {
    sample();
    Trajectory parent = finished();
    viewModel.branch();
    diffusion.answer();

    assertThat(finished()).isSameAs(parent);
  }

  @Test
  void aCancelledSamplingShowsNothingMore() {
    viewModel.sample(drawing);
    viewModel.cancel();
    diffusion.answer();
    flush();

    assertThat(viewModel.finished().get()).isNull();
    assertThat(viewModel.running().get()).isFalse();
    assertThat(viewModel.problem().get()).isEmpty();
  }

  @Test
  void theLatestRequestWins() {
    viewModel.choose(now -> now.withMix(Optional.of(ClassMix.of(0))));
    viewModel.sample(drawing);
    viewModel.choose(now -> now.withMix(Optional.of(ClassMix.of(1))));
    viewModel.sample(drawing);
    diffusion.answer();
    flush();

    assertThat(result().pixels()[0]).isCloseTo(0.75f, within(1e-5f));
  }

  @Test
  void playsFromTheBeginningToTheEnd() {
    sample();
    viewModel.playOrPause();
    assertThat(viewModel.position().get()).isZero();
    flush();

    assertThat(viewModel.position().get()).isEqualTo(5);
    assertThat(viewModel.playing().get()).isFalse();
  }

  @Test
  void makesTheFirstImagesOfAModelWhenSomebodyLooks() {
    viewModel.setShown(true);
    diffusion.answer();
    assertThat(viewModel.finished().get()).isNotNull();

    Trajectory first = finished();
    viewModel.setShown(false);
    viewModel.setShown(true);
    diffusion.answer();
    assertThat(finished()).isSameAs(first);
  }

  @Test
  void pausesAFilm() {
    sample();
    viewModel.playOrPause();
    viewModel.playOrPause();
    flush();

    assertThat(viewModel.position().get()).isZero();
  }

  @Test
  void needsADrawingForWhatBeginsWithOne() {
    viewModel.chooseStart(StartingPoint.NOISED_IMAGE);
    viewModel.sample(drawing);

    assertThat(viewModel.problem().get()).startsWith("Draw an image first");
    assertThat(viewModel.running().get()).isFalse();
  }

  @Test
  void beginsADrawingWithNoiseAtTheStepChosen() {
    drawing.draw(new Stroke(0.5, 0.5, 3, 3, Stroke.USUAL_THICKNESS));
    viewModel.chooseStart(StartingPoint.NOISED_IMAGE);
    viewModel.chooseStartStep(8);
    sample();
    viewModel.goTo(0);

    assertThat(frame().t()).isEqualTo(8);
  }

  @Test
  void keepsTheKnownPartOfADrawingExactly() {
    drawing.draw(new Stroke(0, 0.5, 4, 0.5, Stroke.USUAL_THICKNESS));
    drawing.rubLowerHalf();
    viewModel.chooseStart(StartingPoint.PART_OF_IMAGE);
    sample();

    float[] given = drawing.images(1).pixels();
    float[] made = result().image(0);
    for (int i = 0; i < 8; i++) {
      assertThat(made[i]).isEqualTo(given[i]);
    }
    assertThat(made[12]).isNotEqualTo(given[12]);
  }

  @Test
  void addsNoiseToADrawingWithoutAskingTheModel() {
    drawing.draw(new Stroke(0.5, 0.5, 3, 3, Stroke.USUAL_THICKNESS));
    viewModel.chooseStart(StartingPoint.FORWARD);
    viewModel.sample(drawing);

    assertThat(viewModel.running().get()).isFalse();
    assertThat(result().pixels()).isEqualTo(drawing.images(1).pixels());
    viewModel.goTo(0);
    assertThat(frame().image().pixels()).isEqualTo(drawing.images(1).pixels());
  }

  @Test
  void tellsWhatIsWrongWithARequest() {
    viewModel.choose(now -> now.withSteps(GreyDiffusion.STEPS + 1));
    sample();

    assertThat(viewModel.problem().get()).contains("from 1 to the model's 20, not 21");
  }

  @Test
  void forgetsWhatAnotherModelMade() {
    sample();
    viewModel.explore(null, Stage.WITHOUT_DIFFUSION);

    assertThat(viewModel.frame().get()).isNull();
    assertThat(viewModel.length().get()).isZero();
    assertThat(viewModel.choices().get()).isNull();
  }

  @Test
  void keepsTheSamplerOfTheChoices() {
    viewModel.choose(now -> now.withSampler(SamplerType.DDPM).withSeed(5).withCount(3));
    sample();

    assertThat(finished().request().sampler()).isEqualTo(SamplerType.DDPM);
    assertThat(result().count()).isEqualTo(3);
  }

  private void sample() {
    viewModel.sample(drawing);
    diffusion.answer();
    flush();
  }

  private void flush() {
    while (!pulses.isEmpty()) {
      pulses.remove().run();
    }
  }

  private Frame frame() {
    return Objects.requireNonNull(viewModel.frame().get());
  }

  private Trajectory finished() {
    return Objects.requireNonNull(viewModel.finished().get());
  }

  private ImageBatch result() {
    return finished().result();
  }
}
