package latentlab.models.denoising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;

/**
 * Makes images from noise, in steps, by what a predictor says. Belongs to the thread that owns the
 * predictor; what it returns are immutable values.
 *
 * <p>Every method throws {@link InvalidInputException} if a request does not fit the model: more
 * steps than T, a class where there are none, a class that does not exist, a step that does not
 * exist; and {@link java.util.concurrent.CancellationException}, within one step, after its
 * cancellation.
 */
public final class ImageDiffusion {

  /** Images that are made together where no steps are kept: a batch that fits the caches. */
  private static final int BATCH = 64;

  private final ImageShape shape;
  private final NoiseSchedule schedule;
  private final ImagePredictor predictor;

  /**
   * A diffusion.
   *
   * @param shape of an image
   * @param schedule of its noise
   * @param predictor trained on that schedule
   */
  public ImageDiffusion(ImageShape shape, NoiseSchedule schedule, ImagePredictor predictor) {
    this.shape = shape;
    this.schedule = schedule;
    this.predictor = predictor;
  }

  /**
   * The shape of an image.
   *
   * @return size and channels
   */
  public ImageShape shape() {
    return shape;
  }

  /**
   * How much noise there is at each step.
   *
   * @return for charts and for choosing a step
   */
  public NoiseSchedule schedule() {
    return schedule;
  }

  /**
   * How many classes can be asked for.
   *
   * @return 0 for a model without classes
   */
  public int classes() {
    return predictor.classes();
  }

  /**
   * New images, with all steps on the way.
   *
   * @param request what is wanted
   * @param control is told of each step
   * @return the whole way
   */
  public Trajectory sample(SamplingRequest request, SamplingControl control) {
    return from(new NoisyImages(shape, schedule.steps(), start(request)), request, control);
  }

  /**
   * New images alone, as many as wished: nothing is kept but the batch being made. The images are
   * those of {@link #sample}.
   *
   * @param request what is wanted
   * @param control is told of progress; its listener is given no steps
   * @return [count, height, width, channels], 0 to 1; labelled if each is of one class
   */
  public ImageBatch images(SamplingRequest request, SamplingControl control) {
    request.checkFor(schedule, classes());
    int[] times = schedule.times(schedule.steps(), request.steps());
    float[] all = new float[Math.multiplyExact(request.count(), shape.size())];
    for (int from = 0; from < request.count(); from += BATCH) {
      SamplingRequest part = request.part(from, Math.min(from + BATCH, request.count()));
      Consumer<TrajectoryStep> progress = progress(control, times, from, part, request.count());
      float[] values =
          process(part, Optional.empty(), start(part)).run(times, control.cancellation(), progress);
      System.arraycopy(values, 0, all, from * shape.size(), values.length);
    }
    return PixelRange.pictures(shape, all, request.labels());
  }

  /**
   * From given noisy images on: SDEdit (Meng et al. 2022), the decoding of a latent, the second
   * half of an interpolation.
   *
   * @param start where to begin
   * @param request what is wanted, as many as there are; its steps are those of the whole way, of
   *     which only those below the start are made
   * @param control is told of each step
   * @return the way from the start
   */
  public Trajectory from(NoisyImages start, SamplingRequest request, SamplingControl control) {
    request.checkFor(schedule, classes());
    checkCount(start.count(), request);
    return run(List.of(), start, request, Optional.empty(), control);
  }

  /**
   * Another end of the same beginning: from one step on with another seed, class, guidance or
   * sampler. Steps before it are shared; the parent stays as it is. With DDIM and eta = 0, and with
   * DPM-Solver++, nothing is random after the start, so another seed changes nothing there.
   *
   * @param parent the trajectory to branch
   * @param index of the first step that is made anew, from 0 to the number of steps - 1
   * @param request what is wanted from there on, as many images; its steps are ignored
   * @param control is told of each new step
   * @return the whole way, old steps and new ones
   */
  public Trajectory branch(
      Trajectory parent, int index, SamplingRequest request, SamplingControl control) {
    if (index < 0 || index >= parent.steps().size()) {
      throw new InvalidInputException(
          String.format(
              "there is no step at position %d; expected 0 to %d",
              index, parent.steps().size() - 1));
    }
    SamplingRequest changed = request.withSteps(parent.request().steps());
    changed.checkFor(schedule, classes());
    checkCount(parent.request().count(), changed);
    TrajectoryStep first = parent.steps().get(index);
    return run(
        parent.steps().subList(0, index),
        new NoisyImages(shape, first.t(), first.noisy()),
        changed,
        parent.inpainting(),
        control);
  }

  /**
   * Completes images of which a part is known. In the result known pixels are exactly the given
   * ones.
   *
   * @param inpainting the images and what is known of them
   * @param request what is wanted, as many as there are images
   * @param control is told of each step
   * @return the whole way
   */
  public Trajectory inpaint(
      Inpainting inpainting, SamplingRequest request, SamplingControl control) {
    request.checkFor(schedule, classes());
    checkShape(inpainting.images());
    checkCount(inpainting.images().count(), request);
    float[] noisy = start(request);
    int t = schedule.steps();
    new KnownPixels(schedule, inpainting, request.seeds()).put(noisy, t, 0);
    return run(
        List.of(), new NoisyImages(shape, t, noisy), request, Optional.of(inpainting), control);
  }

  private Trajectory run(
      List<TrajectoryStep> shared,
      NoisyImages start,
      SamplingRequest request,
      Optional<Inpainting> inpainting,
      SamplingControl control) {
    int[] times = schedule.times(start.t(), request.steps());
    ReverseProcess process = process(request, inpainting, start.values());
    if (!shared.isEmpty()) {
      process.comesFrom(shared.get(shared.size() - 1));
    }
    List<TrajectoryStep> steps = new ArrayList<>(shared);
    Consumer<TrajectoryStep> progress = progress(control, times, 0, request, request.count());
    float[] values =
        process.run(
            times,
            control.cancellation(),
            step -> {
              steps.add(step);
              control.listener().accept(step);
              progress.accept(step);
            });
    ImageBatch result = PixelRange.pictures(shape, values, request.labels());
    inpainting.ifPresent(given -> given.putKnown(given.images().pixels(), result.pixels()));
    return new Trajectory(request, inpainting, steps, result);
  }

  private ReverseProcess process(
      SamplingRequest request, Optional<Inpainting> inpainting, float[] noisy) {
    return new ReverseProcess(shape, schedule, predictor, request, inpainting, noisy);
  }

  /** x_T. */
  private float[] start(SamplingRequest request) {
    return GaussianNoise.standard(GaussianNoise.seeds(request.seeds(), "start"), shape.size());
  }

  private static Consumer<TrajectoryStep> progress(
      SamplingControl control, int[] times, int from, SamplingRequest part, int count) {
    long steps = times.length - 1L;
    long[] done = {0};
    return step -> {
      done[0]++;
      control
          .progress()
          .report(from * steps + done[0] * part.count(), count * steps, "removing noise");
    };
  }

  /** What the network says for a request. */
  GuidedPredictor predictor(SamplingRequest request) {
    return new GuidedPredictor(predictor, request);
  }

  void checkShape(ImageBatch images) {
    if (!images.shape().equals(shape)) {
      throw new InvalidInputException(
          "the images are " + images.shape() + "; the model takes " + shape);
    }
  }

  static void checkCount(int images, SamplingRequest request) {
    if (images != request.count()) {
      throw new InvalidInputException(
          String.format("there are %d images; %d were asked for", images, request.count()));
    }
  }
}
