package latentlab.ui.latent.points;

import java.time.Duration;
import java.util.function.LongSupplier;
import latentlab.ui.bridge.PulseScheduler;

/**
 * Decides when points are encoded anew while their model learns: some time after a change, the
 * longer the longer it takes, so that the training has most of the machine. For the JavaFX thread.
 */
final class FollowPace {

  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final int REST_PER_WORK = 4;

  private final PulseScheduler pulses;
  private final LongSupplier nanoTime;
  private final Runnable encode;
  private boolean behind;
  private boolean planned;
  private boolean encoding;
  private long began;
  private long took;

  /** {@code encode} is run when it is time; it may do nothing, and is asked again later. */
  FollowPace(PulseScheduler pulses, LongSupplier nanoTime, Runnable encode) {
    this.pulses = pulses;
    this.nanoTime = nanoTime;
    this.encode = encode;
  }

  /** Whether the model has changed since the points were last begun to be encoded. */
  boolean isBehind() {
    return behind;
  }

  /** The model has other weights now. */
  void changed() {
    behind = true;
    plan();
  }

  /** The points are being encoded, whyever. */
  void begin() {
    behind = false;
    encoding = true;
    began = nanoTime.getAsLong();
  }

  /** They are encoded, or it was given up, or other work with them has ended. */
  void end() {
    if (encoding) {
      took = nanoTime.getAsLong() - began;
      encoding = false;
    }
    if (behind) {
      plan();
    }
  }

  private void plan() {
    if (!planned) {
      planned = true;
      pulses.schedule(this::encodeIfBehind, rest());
    }
  }

  private Duration rest() {
    Duration wanted = Duration.ofNanos(took * REST_PER_WORK);
    return wanted.compareTo(SHORTEST) > 0 ? wanted : SHORTEST;
  }

  private void encodeIfBehind() {
    planned = false;
    if (behind) {
      encode.run();
    }
  }
}
