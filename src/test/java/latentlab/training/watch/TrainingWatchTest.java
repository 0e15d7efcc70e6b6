package latentlab.training.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import latentlab.models.AdversarialTerms;
import latentlab.models.LossTerms;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class TrainingWatchTest {

  private final TrainingWatch watch = new TrainingWatch();
  private final RandomGenerator noise = new Seed(3).generator();

  @Test
  void isSilentAboutAGameThatIsBalanced() {
    play(3_000, step -> 1.2 + 0.3 * noise.nextGaussian(), step -> 0.6, step -> 0.4);
    survey(0.9, 0.1, 0.1, 0.12, 0.08);
    survey(0.9, 0.1, 0.1, 0.12, 0.08);

    assertThat(watch.warnings()).isEmpty();
  }

  @Test
  void isSilentAboutOtherModels() {
    for (int i = 0; i < 1_000; i++) {
      watch.observe(new LossTerms(1e6 * i, Map.of("reconstruction", 1e6 * i)));
    }

    assertThat(watch.warnings()).isEmpty();
  }

  @Test
  void saysThatTheDiscriminatorWinsOnlyIfItDoesSoForLong() {
    play(150, step -> 6, step -> 0.99, step -> 0.01);
    assertThat(watch.warnings()).isEmpty();
    play(150, step -> 6, step -> 0.99, step -> 0.01);
    assertThat(watch.warnings()).containsExactly(TrainingWarning.DISCRIMINATOR_WINS);
  }

  @Test
  void takesTheWarningBackWhenTheGeneratorHasCaughtUp() {
    play(400, step -> 6, step -> 0.99, step -> 0.01);
    play(100, step -> 1, step -> 0.6, step -> 0.4);

    assertThat(watch.warnings()).isEmpty();
  }

  @Test
  void seesLossesThatSwing() {
    play(800, step -> 3 + 2.9 * Math.sin(step * 2 * Math.PI / 100), step -> 0.5, step -> 0.5);

    assertThat(watch.warnings()).containsExactly(TrainingWarning.OSCILLATION);
  }

  @Test
  void takesNoiseAndASlowChangeForNoSwing() {
    play(
        2_000,
        step -> 4 * Math.exp(-step / 500.0) + Math.abs(noise.nextGaussian()),
        x -> 0.5,
        x -> 0.5);

    assertThat(watch.warnings()).isEmpty();
  }

  @Test
  void seesLossesThatGrowToManyTimesTheirSizeAndKeepsSayingSo() {
    play(500, step -> 1, step -> 0.5, step -> 0.5);
    play(1_500, step -> 40, step -> 0.5, step -> 0.5);

    assertThat(watch.warnings()).containsExactly(TrainingWarning.BLOW_UP);
  }

  @Test
  void seesThatClassesVanishInTwoSurveysInARow() {
    survey(0.9, 0.5, 0.5, 0.0, 0.0);
    assertThat(watch.warnings()).isEmpty();
    survey(0.9, 0.5, 0.5, 0.0, 0.0);
    assertThat(watch.warnings()).containsExactly(TrainingWarning.MODE_COLLAPSE);
    survey(0.9, 0.25, 0.25, 0.25, 0.25);
    assertThat(watch.warnings()).isEmpty();
  }

  @Test
  void seesThatImagesAreAlikeWithoutKnowingTheirClasses() {
    survey(0.2);
    survey(0.2);

    assertThat(watch.warnings()).containsExactly(TrainingWarning.MODE_COLLAPSE);
  }

  private void survey(double diversity, Double... shares) {
    watch.observe(new SampleSurvey(List.of(shares), diversity));
  }

  private void play(
      int steps,
      IntToDoubleFunction generator,
      IntToDoubleFunction real,
      IntToDoubleFunction fake) {
    for (int step = 0; step < steps; step++) {
      Map<String, Double> parts = new LinkedHashMap<>();
      parts.put(AdversarialTerms.DISCRIMINATOR, 1.0);
      parts.put(AdversarialTerms.GENERATOR, generator.applyAsDouble(step));
      parts.put(AdversarialTerms.D_REAL, real.applyAsDouble(step));
      parts.put(AdversarialTerms.D_FAKE, fake.applyAsDouble(step));
      watch.observe(new LossTerms(1, parts));
    }
  }
}
