package latentlab.ui.diffusion;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import latentlab.data.ImageShape;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.ImagePredictor;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.ScheduleType;
import latentlab.random.Seed;

/** A diffusion whose images are grey by their class, asked when a test says so. */
final class GreyDiffusion implements DiffusionModel.Questions {

  static final ImageShape SHAPE = new ImageShape(4, 4, 1);
  static final int STEPS = 20;

  private final ImageDiffusion diffusion =
      new ImageDiffusion(SHAPE, NoiseSchedule.of(ScheduleType.COSINE, STEPS), new Grey());
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  DiffusionModel model() {
    return new DiffusionModel(
        SHAPE,
        diffusion.schedule(),
        List.of("dark", "bright"),
        SamplingRequest.of(1, new Seed(1), 5),
        this);
  }

  @Override
  public <T> CompletableFuture<T> ask(Function<ImageDiffusion, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    waiting.add(
        () -> {
          try {
            answer.complete(question.apply(diffusion));
          } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer;
  }

  /** Lets the model answer what it was asked. */
  void answer() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Class 0 is -0.5, class 1 is 0.5, none is 0. */
  private static final class Grey implements ImagePredictor {

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public void predict(float[] noisy, int count, int t, float[] classWeights, float[] images) {
      for (int i = 0; i < count; i++) {
        float grey = 0.5f * (classWeights[2 * i + 1] - classWeights[2 * i]);
        Arrays.fill(images, i * SHAPE.size(), (i + 1) * SHAPE.size(), grey);
      }
    }
  }
}
