package latentlab.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.models.ModelFamilies;
import latentlab.random.Seed;

/**
 * Resident memory during a long training, on Linux: the program that measures, not a test.
 *
 * <p>Arguments: a workload, the number of steps, images in each step.
 */
public final class TrainingMemory {

  private static final int STEPS_BETWEEN = 500;
  private static final int IMAGES = 2000;

  private TrainingMemory() {}

  /** Prints steps made and resident megabytes. */
  public static void main(String[] arguments) throws IOException {
    Workload workload =
        Workloads.named(List.of(arguments[0])).get(0).withBatch(Integer.parseInt(arguments[2]));
    int steps = Integer.parseInt(arguments[1]);
    try (Workload.Step step =
        workload.prepare(
            ModelFamilies.discover(), new SyntheticDigits(new Seed(1)).images(IMAGES))) {
      for (int i = 1; i <= steps; i++) {
        step.run();
        if (i % STEPS_BETWEEN == 0) {
          System.out.printf("%d steps, %.1f MB resident%n", i, residentMegabytes());
        }
      }
    }
  }

  private static double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .sum();
  }
}
