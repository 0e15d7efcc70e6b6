package latentlab.ui.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import latentlab.data.ImageShape;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.ImagePredictor;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.ScheduleType;
import latentlab.random.Seed;
import latentlab.ui.diffusion.DiffusionViewModel.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.text.Messages;

/** The diffusion tab with a model that draws rings, the larger the class. */
public final class DiffusionTabFixture {

  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int STEPS = 1_000;
  private static final ImageShape SHAPE = new ImageShape(SIDE, SIDE, 1);

  private final DiffusionTab tab;
  private final InpaintingDrawing drawing = new InpaintingDrawing(SHAPE);

  /** Creates the tab. For the JavaFX thread. */
  public DiffusionTabFixture(ExplorationSession session) {
    tab = new DiffusionTab(session, Optional::empty, Runnable::run, Messages.load());
  }

  public DiffusionTab tab() {
    return tab;
  }

  /** Explores the model and samples from it. */
  public void sample() {
    ImageDiffusion diffusion =
        new ImageDiffusion(SHAPE, NoiseSchedule.of(ScheduleType.COSINE, STEPS), new Rings());
    List<String> names = IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
    tab.viewModel()
        .explore(
            new DiffusionModel(
                SHAPE,
                diffusion.schedule(),
                names,
                SamplingRequest.of(1, new Seed(1), 50),
                new AtOnce(diffusion)),
            Stage.READY);
    tab.viewModel().choose(now -> now.withMix(Optional.of(ClassMix.of(3))).withCount(9));
    tab.viewModel().sample(drawing);
  }

  /** Goes to a step in the middle and branches there into another class. */
  public void branch() {
    tab.viewModel().goTo(20);
    tab.viewModel().choose(now -> now.withMix(Optional.of(new ClassMix(3, 8, 0.5))));
    tab.viewModel().branch();
    tab.viewModel().chooseStart(StartingPoint.PART_OF_IMAGE);
  }

  /** Goes to a step in the middle. */
  public void showTheMiddle() {
    tab.viewModel().goTo(30);
  }

  /** Answers at once. */
  private record AtOnce(ImageDiffusion diffusion) implements DiffusionModel.Questions {

    @Override
    public <T> CompletableFuture<T> ask(Function<ImageDiffusion, T> question) {
      return CompletableFuture.completedFuture(question.apply(diffusion));
    }
  }

  /** A ring, the larger the class. */
  private static final class Rings implements ImagePredictor {

    @Override
    public int classes() {
      return CLASSES;
    }

    @Override
    public void predict(float[] noisy, int count, int t, float[] classWeights, float[] images) {
      for (int i = 0; i < count; i++) {
        double radius = 4;
        for (int label = 0; label < CLASSES; label++) {
          radius += 0.8 * label * classWeights[i * CLASSES + label];
        }
        for (int at = 0; at < SIDE * SIDE; at++) {
          int row = at / SIDE;
          double distance = Math.hypot(at % SIDE - 13.5, row - 13.5);
          double ink = Math.exp(-Math.pow(distance - radius, 2) / 3);
          images[i * SIDE * SIDE + at] = (float) (2 * ink - 1);
        }
      }
    }
  }
}
