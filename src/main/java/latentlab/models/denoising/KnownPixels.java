package latentlab.models.denoising;

import java.util.List;
import latentlab.random.Seed;

/** The pixels that are given while the others are made, at any step. */
final class KnownPixels {

  private final NoiseSchedule schedule;
  private final Inpainting inpainting;
  private final List<Seed> seeds;
  private final float[] clean;

  KnownPixels(NoiseSchedule schedule, Inpainting inpainting, List<Seed> seeds) {
    this.schedule = schedule;
    this.inpainting = inpainting;
    this.seeds = seeds;
    this.clean = PixelRange.centred(inpainting.images());
  }

  int resamplings() {
    return inpainting.resamplings();
  }

  /** Overwrites known pixels by what the forward process makes of them at a step. */
  void put(float[] noisy, int t, int time) {
    Move forward = new Move(schedule.signal(t), 0, 0, schedule.noise(t));
    List<Seed> noise = GaussianNoise.seeds(seeds, "known", t, time);
    inpainting.putKnown(forward.apply(clean, clean, clean, noise), noisy);
  }

  /** Adds the noise that lies between two steps: q(x_t | x_next). */
  float[] backTo(int t, int next, float[] noisy, int time) {
    double kept = schedule.alphaBar(t) / schedule.alphaBar(next);
    Move back = new Move(Math.sqrt(kept), 0, 0, Math.sqrt(1 - kept));
    return back.apply(noisy, noisy, noisy, GaussianNoise.seeds(seeds, "back", t, time));
  }
}
