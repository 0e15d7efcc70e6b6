package latentlab.cli.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import latentlab.failure.InvalidInputException;

/** The workloads there are. */
public final class Workloads {

  private static final String ALL_NAME = "all";

  private static final List<Workload> ALL =
      List.of(new MlpVaeTraining(), new MlpVaeDecoding(1, 200), new MlpVaeDecoding(400, 20));

  private Workloads() {}

  /**
   * The workloads that were asked for.
   *
   * @param names names of workloads, or {@code all}
   * @return each of them once, in the order asked for
   * @throws InvalidInputException if there is none of a name
   */
  public static List<Workload> named(List<String> names) {
    Set<Workload> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<Workload> found =
          ALL.stream()
              .filter(workload -> name.equals(ALL_NAME) || name.equals(workload.name()))
              .toList();
      if (found.isEmpty()) {
        throw new InvalidInputException(
            "unknown workload '" + name + "'; expected one of: " + names());
      }
      chosen.addAll(found);
    }
    return List.copyOf(chosen);
  }

  /**
   * Every name that can be asked for.
   *
   * @return the names, joined by commas
   */
  public static String names() {
    return ALL.stream().map(Workload::name).collect(Collectors.joining(", ")) + ", " + ALL_NAME;
  }
}
