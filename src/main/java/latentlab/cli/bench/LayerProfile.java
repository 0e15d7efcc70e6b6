package latentlab.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import latentlab.engine.profile.LayerPassEvent;
import latentlab.failure.OperationFailedException;

/** Where the time of a step goes: each layer's passes and the optimisers, from Java's recorder. */
public final class LayerProfile {

  private static final double NANOS_PER_MILLI = 1e6;

  private final int steps;
  private final double millisPerStep;
  private final Map<Key, Sum> sums;

  private LayerProfile(int steps, double millisPerStep, Map<Key, Sum> sums) {
    this.steps = steps;
    this.millisPerStep = millisPerStep;
    this.sums = sums;
  }

  /** One kind of pass of one layer. */
  private record Key(String layer, String kind, String pass) {}

  /** What all such passes took together. */
  private record Sum(long calls, long nanos, long operations) {

    Sum plus(Sum other) {
      return new Sum(calls + other.calls, nanos + other.nanos, operations + other.operations);
    }
  }

  /**
   * Makes steps on the calling thread and records them.
   *
   * @param steps how many, at least 1
   * @param step is made
   * @return what was recorded
   * @throws OperationFailedException if the recording cannot be written to a temporary file
   */
  public static LayerProfile record(int steps, Workload.Step step) {
    try (Recording recording = new Recording()) {
      recording.enable(LayerPassEvent.NAME).withThreshold(Duration.ZERO);
      recording.start();
      long start = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        step.run();
      }
      double millis = (System.nanoTime() - start) / NANOS_PER_MILLI / steps;
      recording.stop();
      return new LayerProfile(steps, millis, sums(recording));
    }
  }

  private static Map<Key, Sum> sums(Recording recording) {
    Map<Key, Sum> sums = new LinkedHashMap<>();
    try {
      Path file = Files.createTempFile("latent-lab-profile", ".jfr");
      try {
        recording.dump(file);
        List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(file));
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        for (RecordedEvent event : events) {
          if (event.getEventType().getName().equals(LayerPassEvent.NAME)) {
            Key key =
                new Key(event.getString("layer"), event.getString("kind"), event.getString("pass"));
            long operations = event.getLong("operations");
            sums.merge(key, new Sum(1, event.getDuration().toNanos(), operations), Sum::plus);
          }
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new OperationFailedException("the profile could not be recorded: " + e.getMessage(), e);
    }
    return sums;
  }

  /**
   * A table: milliseconds and share of a step, calls in a step, and billions of operations a second
   * for layers whose work counts; the last rows are what no layer took, and the step.
   *
   * @return lines of text
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-32s %-22s %-9s %9s %7s %7s %9s",
            "layer", "kind", "pass", "ms/step", "share", "calls", "GFLOP/s"));
    double known = 0;
    for (Map.Entry<Key, Sum> entry : sums.entrySet()) {
      known += entry.getValue().nanos() / NANOS_PER_MILLI / steps;
      lines.add(line(entry.getKey(), entry.getValue()));
    }
    lines.add(line(new Key("rest of the step", "", ""), millisPerStep - known, "", ""));
    lines.add(line(new Key("step", "", ""), millisPerStep, "", ""));
    return lines;
  }

  private String line(Key key, Sum sum) {
    String speed =
        sum.operations() == 0
            ? ""
            : String.format(Locale.ROOT, "%.1f", (double) sum.operations() / sum.nanos());
    String calls = String.format(Locale.ROOT, "%.1f", (double) sum.calls() / steps);
    return line(key, sum.nanos() / NANOS_PER_MILLI / steps, calls, speed);
  }

  private String line(Key key, double millis, String calls, String speed) {
    return String.format(
        Locale.ROOT,
        "%-32s %-22s %-9s %9.3f %6.1f%% %7s %9s",
        key.layer(),
        key.kind(),
        key.pass(),
        millis,
        100 * millis / millisPerStep,
        calls,
        speed);
  }
}
