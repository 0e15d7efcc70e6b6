package latentlab.models.denoising;

import java.util.Optional;
import java.util.function.Consumer;
import latentlab.data.ImageShape;
import latentlab.progress.Cancellation;

/** Takes one batch from noise to images. Used once, by one thread. */
final class ReverseProcess {

  private final ImageShape shape;
  private final NoiseSchedule schedule;
  private final GuidedPredictor predictor;
  private final SamplingRequest request;
  private final Optional<KnownPixels> known;
  private float[] noisy;
  private float[] previous = {};
  private int before;

  /**
   * Stands at the start.
   *
   * @param noisy [count, values] at the first step to be made
   */
  ReverseProcess(
      ImageShape shape,
      NoiseSchedule schedule,
      ImagePredictor predictor,
      SamplingRequest request,
      Optional<Inpainting> inpainting,
      float[] noisy) {
    this.shape = shape;
    this.schedule = schedule;
    this.predictor = new GuidedPredictor(predictor, request);
    this.request = request;
    this.known = inpainting.map(given -> new KnownPixels(schedule, given, request.seeds()));
    this.noisy = noisy;
  }

  /** Lets a sampler of second order go on from the step before the first to be made. */
  void comesFrom(TrajectoryStep step) {
    before = step.t();
    previous = step.image();
  }

  /**
   * Makes the steps.
   *
   * @param times the steps to visit, falling, and 0 at the end
   * @param cancellation is asked before each run of the network
   * @param listener is given each step
   * @return [count, values] at step 0
   */
  float[] run(int[] times, Cancellation cancellation, Consumer<TrajectoryStep> listener) {
    for (int i = 0; i + 1 < times.length; i++) {
      listener.accept(step(times[i], times[i + 1], cancellation));
    }
    return noisy;
  }

  private TrajectoryStep step(int t, int next, Cancellation cancellation) {
    if (known.isPresent()) {
      return stepWithKnown(known.get(), t, next, cancellation);
    }
    cancellation.throwIfRequested();
    float[] image = predictor.predict(noisy, t);
    TrajectoryStep done = recorded(t, next, image);
    noisy = moved(before, t, next, image, 0);
    before = t;
    previous = image;
    return done;
  }

  /** RePaint's algorithm 1: back and forth between two steps; the last time counts. */
  private TrajectoryStep stepWithKnown(
      KnownPixels pixels, int t, int next, Cancellation cancellation) {
    TrajectoryStep done;
    int time = 0;
    do {
      cancellation.throwIfRequested();
      float[] image = predictor.predict(noisy, t);
      done = recorded(t, next, image);
      noisy = moved(0, t, next, image, time);
      pixels.put(noisy, next, time);
      time++;
      if (time < pixels.resamplings() && next > 0) {
        noisy = pixels.backTo(t, next, noisy, time);
      }
    } while (time < pixels.resamplings() && next > 0);
    return done;
  }

  private TrajectoryStep recorded(int t, int next, float[] image) {
    return new TrajectoryStep(
        shape, t, next, schedule.alphaBar(t), schedule.alphaBar(next), noisy, image);
  }

  private float[] moved(int visitedBefore, int t, int next, float[] image, int time) {
    Move move = request.sampler().move(schedule, visitedBefore, t, next, request.eta());
    return move.apply(
        noisy, image, previous, GaussianNoise.seeds(request.seeds(), "step", t, time));
  }
}
