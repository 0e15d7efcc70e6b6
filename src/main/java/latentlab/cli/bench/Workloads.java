package latentlab.cli.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;

/** The workloads there are. */
public final class Workloads {

  private static final String ALL_NAME = "all";

  private static final List<Workload> ALL =
      List.of(
          Workload.training("mlp-vae-train", 128, 60, 120, MlpVaeTraining::new),
          Workload.training("conv-vae-train", 128, 5, 15, on(ConvVaeTraining::new)),
          Workload.training("dcgan-train", 128, 5, 10, on(DcganTraining::new)),
          Workload.training("unet-ddpm-train", 64, 5, 10, on(UnetTraining::new)),
          Workload.use("mlp-vae-decode", 1, 5, 200, MlpVaeDecoding::new),
          Workload.use("mlp-vae-decode", 400, 5, 20, MlpVaeDecoding::new),
          Workload.use("conv-vae-decode", 1, 5, 200, on(ConvVaeDecoding::new)),
          Workload.use("conv-vae-decode", 400, 5, 20, on(ConvVaeDecoding::new)),
          Workload.use("unet-ddpm-step", 16, 20, 40, on(UnetDenoising::new)));

  /** A workload that needs no model family. */
  private static Workload.Preparation on(BiFunction<ImageSet, Integer, Workload.Step> step) {
    return (families, images, batch) -> step.apply(images, batch);
  }

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
