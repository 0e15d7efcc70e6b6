package latentlab.models.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelCard;
import latentlab.random.Seed;
import latentlab.storage.Precision;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class ModelDescriptionTest {

  private static final ModelFamilies FAMILIES = ModelFamilies.discover();
  private static final Map<String, String> SMALL = Map.of("latent", "3", "widths", "8,4");

  private static ModelDescription describe(
      String family, Map<String, String> settings, String dataset, List<String> classes) {
    return describe(FAMILIES.named(family), settings, dataset, classes);
  }

  private static <C extends Record & ModelConfig> ModelDescription describe(
      ModelFamily<C> family, Map<String, String> settings, String dataset, List<String> classes) {
    C config = ConfigSchema.of(family.configType()).with(family.defaultConfig(), settings);
    ImageDomain images = new ImageDomain(new ImageShape(8, 8, 1), classes);
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("validation_total", 12.345678);
    ModelCard card =
        new ModelCard(
            family.name(),
            config,
            images,
            new ModelCard.Provenance(
                dataset,
                "c0ffee",
                -9,
                16,
                3,
                Optional.of(Duration.ofMinutes(31)),
                metrics,
                "0.1.0"));
    try (GenerativeModel model = family.create(config, images, new Seed(1))) {
      return ModelDescription.of("my-model", family, card, model);
    }
  }

  private static ModelDescription vae() {
    return describe("vae", SMALL, "tiny", List.of("zero", "one"));
  }

  @Test
  void tellsWhatTheModelIsAndHowItWasMade() {
    assertThat(vae().toMarkdown())
        .startsWith("# my-model\n\nVariational autoencoder. Learns a smooth space of codes")
        .contains("| family | `vae` |\n")
        .contains("| settings | `latent=3`, `widths=8,4`; otherwise the defaults |\n")
        .contains("| images | 8x8x1, 2 classes: zero, one |\n")
        .contains("| data | `tiny`, SHA-256 `c0ffee` |\n")
        .contains("| training | 3 epochs, batch 16, seed -9 |\n")
        .contains("| training time | 31 min |\n")
        .contains("| parameters | 1,218 |\n")
        .contains("| made by | Latent Lab 0.1.0 |\n")
        .doesNotContain("recipe", "prior")
        .endsWith("```\n");
  }

  @Test
  void theTrainingCanBeRepeatedByItsCommand() {
    assertThat(vae().toMarkdown())
        .contains(
            "\nlatent-lab train --family vae --dataset tiny --set latent=3 --set widths=8,4"
                + " --epochs 3 --batch 16 --seed -9 --threads 1 --out DIR\n");
    ModelDescription plain = describe("vae", Map.of(), "tiny", List.of());
    assertThat(plain.ownSettings()).isEmpty();
    assertThat(plain.toMarkdown())
        .contains("| settings | the defaults |", "| images | 8x8x1 |", "--dataset tiny --epochs 3");
  }

  @Test
  void namesTheCommandsThatTheModelCanServe() {
    assertThat(vae().uses())
        .contains("grid --out grid.png", "encode --count 1000 --out codes.npy")
        .noneMatch(use -> use.startsWith("denoise") || use.contains("--class"));
    assertThat(vae().toMarkdown())
        .contains("\nlatent-lab encode --model my-model --count 1000 --out codes.npy\n");
    assertThat(describe("classifier", Map.of("filters", "2"), "tiny", List.of("a", "b")).uses())
        .containsExactly("evaluate --json");
    assertThat(describe("conditional-vae", SMALL, "tiny", List.of("a", "b")).uses())
        .contains("transfer --index 0 --class 1 --out transferred.png");
    assertThat(describe("autoencoder", SMALL, "tiny", List.of("a", "b")).uses())
        .noneMatch(use -> use.startsWith("generate"));
  }

  @Test
  void showsTheMetricsOfTheCardUnlessThereAreFigures() {
    assertThat(vae().toMarkdown())
        .contains("Measured on the validation images after the last epoch.")
        .contains("| validation_total | 12.346 |");
    MeasuredFigures figures = new MeasuredFigures("Measured on 20 images", Map.of("MSE", "0.0042"));
    assertThat(vae().withFigures(figures).withRecipe("small").toMarkdown())
        .contains("## Figures\n\nMeasured on 20 images.\n\n| figure | value |\n|---|---:|\n")
        .contains("| MSE | 0.0042 |\n")
        .contains("| recipe | `small`, see `src/recipes` of Latent Lab |\n")
        .doesNotContain("validation_total");
  }

  @Test
  void tellsTheSizeOfTheWeights() {
    Tensors weights =
        new Tensors(
            Map.of("a", Tensor.vector(new float[1_000_000]), "b", Tensor.vector(new float[5000])));
    assertThat(vae().withWeights(weights, Precision.HALF).toMarkdown())
        .contains("| weights | 2.01 MB, 16 bits each |\n");
    assertThat(vae().withWeights(weights, Precision.SINGLE).toMarkdown())
        .contains("| weights | 4.02 MB, 32 bits each |\n");
  }

  /** Names come from files that others made. */
  @Test
  void namesFromOutsideCannotBreakOutOfTheirPlace() {
    String hostile = "a`; rm -rf /\n# b|<script>[x](y)";
    Map<String, String> settings = new LinkedHashMap<>(SMALL);
    settings.put("perceptualModel", "x; rm -rf /");
    String text =
        describe("vae", settings, hostile, List.of("c|\n\n# d", "e"))
            .withRecipe(hostile)
            .toMarkdown();

    assertThat(text)
        .contains("| data | `a_; rm -rf / # b__script__x_(y)`, SHA-256")
        .contains("--dataset DIR --set latent=3")
        .contains("--set latent=3 --set widths=8,4 --set perceptualModel=... --epochs")
        .doesNotContain("\n# b", "\n# d", "<script>", "c|");
  }
}
