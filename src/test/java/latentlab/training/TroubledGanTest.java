package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.WarningsChanged;
import latentlab.training.watch.TrainingWarning;
import org.junit.jupiter.api.Test;

/** GANs that are made to fail, each in its own way. */
class TroubledGanTest {

  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int SIDE = 8;
  private static final int BATCH = 32;

  @Test
  void aGanThatIsLeftInPeaceRaisesNothing() {
    assertThat(warnings(512, 20, Map.of())).isEmpty();
  }

  @Test
  void aGeneratorThatHardlyMovesLosesAgainstItsDiscriminator() {
    assertThat(warnings(512, 25, Map.of("learningRate", "1e-7", "discriminatorRate", "1e-3")))
        .containsExactly(TrainingWarning.DISCRIMINATOR_WINS);
  }

  @Test
  void aGeneratorThatRunsAfterASlowDiscriminatorCollapses() {
    assertThat(
            warnings(
                256,
                5,
                Map.of("learningRate", "1e-2", "discriminatorRate", "1e-5", "generatorSteps", "5")))
        .containsExactly(TrainingWarning.MODE_COLLAPSE);
  }

  @Test
  void greatStepsWithMomentumOscillate() {
    assertThat(
            warnings(
                512,
                48,
                Map.of(
                    "learningRate", "5e-3",
                    "discriminatorRate", "5e-3",
                    "beta1", "0.9",
                    "labelSmoothing", "0")))
        .contains(TrainingWarning.OSCILLATION);
  }

  @Test
  void stepsThatGrowTooGreatBlowUp() {
    assertThat(
            warnings(
                256,
                80,
                Map.of(
                    "generatorWidths", "32",
                    "discriminatorWidths", "32",
                    "latent", "4",
                    "learningRate", "0.3",
                    "discriminatorRate", "0.3",
                    "schedule", "one-cycle",
                    "labelSmoothing", "0")))
        .contains(TrainingWarning.BLOW_UP);
  }

  /** What is raised at any time. */
  private static Set<TrainingWarning> warnings(
      int images, int epochs, Map<String, String> settings) {
    ModelFamily<?> family = ModelFamilies.discover().named("gan");
    Set<TrainingWarning> raised = EnumSet.noneOf(TrainingWarning.class);
    try (TrainingService service = new TrainingService(Judges.NONE)) {
      Training training =
          service.start(
              new TrainingTask(
                  family,
                  config(family, settings),
                  blobs(images),
                  new TrainingPlan(epochs, BATCH, new Seed(1), Optional.empty()),
                  Optional.empty()),
              event -> {
                if (event instanceof WarningsChanged warnings) {
                  raised.addAll(warnings.present());
                }
              });
      assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    }
    return raised;
  }

  private static <C extends Record & ModelConfig> ModelConfig config(
      ModelFamily<C> family, Map<String, String> settings) {
    ConfigSchema<C> schema = ConfigSchema.of(family.configType());
    Map<String, String> small =
        Map.of("generatorWidths", "64", "discriminatorWidths", "64", "latent", "8");
    return schema.with(schema.with(family.defaultConfig(), small), settings);
  }

  private static Dataset blobs(int images) {
    return new Dataset(
        "blobs", set(images, 1), set(64, 2), set(16, 3), List.of("a", "b", "c", "d"), "f00d");
  }

  /** A bright spot in one of four quarters. */
  private static ImageSet set(int count, int seed) {
    RandomGenerator random = new Seed(seed).generator();
    byte[] pixels = new byte[count * SIDE * SIDE];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(4);
      int lower = labels[i] / 2;
      double row = lower * 4 + 1.5 + random.nextDouble();
      double column = labels[i] % 2 * 4 + 1.5 + random.nextDouble();
      for (int at = 0; at < SIDE * SIDE; at++) {
        int line = at / SIDE;
        double distance = Math.hypot(line - row, at % SIDE - column);
        double ink = Math.max(0, Math.min(1, 2 - distance));
        pixels[i * SIDE * SIDE + at] = (byte) (int) (255 * ink);
      }
    }
    return new ImageSet(new ImageShape(SIDE, SIDE, 1), pixels, labels);
  }
}
