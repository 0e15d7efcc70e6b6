package latentlab.models.denoising;

/**
 * DDIM's steps backwards. A step from t to s is x_s = p x_t + q x_0(x_t, t); what is sought is x_t
 * for a given x_s. The usual guess takes the noise predicted at s for that at t. It is improved by
 * fixed-point iteration, x_t = (x_s - q x_0(x_t, t)) / p, so that the way forward leads to where
 * the way back began.
 *
 * <p>The step to the clean image has p = 0 and cannot be turned round; there the noise is that
 * predicted for the clean image itself at the last visited step.
 */
final class Inversion {

  /** Each costs a run of the network. */
  private static final int ITERATIONS = 2;

  private final NoiseSchedule schedule;
  private final GuidedPredictor predictor;
  private final SamplingControl control;

  Inversion(NoiseSchedule schedule, GuidedPredictor predictor, SamplingControl control) {
    this.schedule = schedule;
    this.predictor = predictor;
    this.control = control;
  }

  /**
   * Goes all the way back.
   *
   * @param clean [count, values] x_0
   * @param times the steps of the way forward, falling to 0
   * @return [count, values] at the first of the times
   */
  float[] run(float[] clean, int[] times) {
    float[] values = clean;
    for (int i = times.length - 2; i >= 0; i--) {
      values = back(values, times[i + 1], times[i]);
      control
          .progress()
          .report(times.length - 1L - i, times.length - 1L, "finding the noise of the images");
    }
    return values;
  }

  private float[] back(float[] less, int s, int t) {
    float[] more = guess(less, s, t);
    if (s == 0) {
      return more;
    }
    Move move = SamplerType.DDIM.move(schedule, 0, t, s, 0);
    float ofLess = (float) (1 / move.noisyFactor());
    float ofImage = (float) (-move.imageFactor() / move.noisyFactor());
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      float[] image = predict(more, t);
      for (int i = 0; i < more.length; i++) {
        more[i] = ofLess * less[i] + ofImage * image[i];
      }
    }
    return more;
  }

  /** a_t x_0 + b_t e, with both as they are predicted at s, or at t if there is no noise at s. */
  private float[] guess(float[] less, int s, int t) {
    int asked = s == 0 ? t : s;
    float[] image = predict(less, asked);
    double a = schedule.signal(asked);
    double b = schedule.noise(asked);
    float[] more = new float[less.length];
    for (int i = 0; i < more.length; i++) {
      double noise = PredictionType.noise(less[i], image[i], a, b);
      double clean = s == 0 ? less[i] : image[i];
      more[i] = (float) (schedule.signal(t) * clean + schedule.noise(t) * noise);
    }
    return more;
  }

  private float[] predict(float[] noisy, int t) {
    control.cancellation().throwIfRequested();
    return predictor.predict(noisy, t);
  }
}
