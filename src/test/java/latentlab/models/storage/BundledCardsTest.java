package latentlab.models.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import latentlab.models.ModelFamilies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of the models that come with the program. */
class BundledCardsTest {

  private static final BundledModels BUNDLED = new BundledModels(Path.of("models"));
  private static final ModelFamilies FAMILIES = ModelFamilies.discover();

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  static Iterable<String> names() {
    return BUNDLED.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachHasACardAndTellsHowLongItWasTrained(String name) {
    Path folder = BUNDLED.locate("--model", name);
    ModelCard card = new ModelFolder(folder).readCard(FAMILIES);

    assertThat(card.provenance().time())
        .hasValueSatisfying(time -> assertThat(time).isBetween(MINUTE, DAY));
    assertThat(folder.resolve("card.md"))
        .content()
        .startsWith("# " + name + "\n")
        .contains("`" + card.family() + "`", "## Figures", "--model " + name)
        .contains(TrainingTime.text(card.provenance().time().orElseThrow()))
        .contains(card.provenance().datasetFingerprint());
  }
}
