package latentlab.evaluation.comparison;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import latentlab.data.ImageBatch;
import latentlab.models.ConditionalSampler;
import latentlab.models.PriorSampler;
import latentlab.random.Seed;

/** Measures how long one model takes to draw, whoever asks it. For the thread that owns it. */
final class SamplingClock {

  private final LongSupplier nanoseconds;
  private long elapsed;
  private long images;

  /** A clock that has not run yet. */
  SamplingClock(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
  }

  /** The same sampler, with the same capability to be asked for classes, each call timed. */
  PriorSampler timed(PriorSampler sampler) {
    if (sampler instanceof ConditionalSampler conditional) {
      return new TimedConditional(conditional);
    }
    return (count, seed) -> time(() -> sampler.sample(count, seed));
  }

  /** Milliseconds an image; empty if none was drawn. */
  OptionalDouble millisecondsPerImage() {
    return images == 0 ? OptionalDouble.empty() : OptionalDouble.of(elapsed / 1e6 / images);
  }

  private ImageBatch time(Supplier<ImageBatch> drawing) {
    long start = nanoseconds.getAsLong();
    ImageBatch drawn = drawing.get();
    elapsed += nanoseconds.getAsLong() - start;
    images += drawn.count();
    return drawn;
  }

  /** Must stay what it is to be asked for classes. */
  private final class TimedConditional implements ConditionalSampler {

    private final ConditionalSampler sampler;

    TimedConditional(ConditionalSampler sampler) {
      this.sampler = sampler;
    }

    @Override
    public ImageBatch sample(int count, Seed seed) {
      return time(() -> sampler.sample(count, seed));
    }

    @Override
    public ImageBatch sample(int[] labels, Seed seed) {
      return time(() -> sampler.sample(labels, seed));
    }
  }
}
