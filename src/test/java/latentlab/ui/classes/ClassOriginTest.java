package latentlab.ui.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.models.origin.ModelReference;
import latentlab.ui.classes.ClassControls.Hand;
import org.junit.jupiter.api.Test;

class ClassOriginTest {

  private static final ImageOrigin EMPTY =
      ImageOrigin.of(
          new ModelReference("m", "M", "f", Optional.empty(), "d"), ClassOrigin.ACTIVITY);
  private static final ClassControls CODES = new ClassControls(true, 0, 1, 1, Hand.ENCODED);
  private static final ClassControls STEPS = new ClassControls(false, 100, 20, 2.5, Hand.NONE);
  private static final ClassChoices PRESENT = new ClassChoices(List.of(1), 4, 9, 0.7, 3, 30);

  @Test
  void choicesOfCodesComeBack() {
    ClassChoices choices = new ClassChoices(List.of(0, 2), 5, -7, 1.25, 3, 30);

    assertThat(back(told(choices, CODES), CODES)).isEqualTo(choices);
  }

  @Test
  void theColdestTemperatureComesBack() {
    ClassChoices choices = new ClassChoices(List.of(0), 5, 7, 0, 3, 30);

    assertThat(back(told(choices, CODES), CODES).temperature()).isZero();
  }

  @Test
  void choicesOfStepsComeBack() {
    ClassChoices choices = new ClassChoices(List.of(0, 1, 2), 2, 7, 0.7, 1.5, 12);

    assertThat(back(told(choices, STEPS), STEPS)).isEqualTo(choices);
  }

  @Test
  void whatCannotBeUsedChangesNothingOrIsCut() {
    ImageOrigin hostile =
        EMPTY
            .withClasses(List.of(200, 255))
            .with(ClassOrigin.COUNT, "1e9")
            .with(ClassOrigin.STEPS, "")
            .with(ClassOrigin.GUIDANCE, "Infinity");
    assertThat(back(hostile, STEPS)).isEqualTo(PRESENT);

    ClassChoices cut =
        back(
            EMPTY
                .withClasses(List.of(2, 99))
                .withTemperature(1e30)
                .with(ClassOrigin.COUNT, "2000000000")
                .with(ClassOrigin.STEPS, "-5")
                .with(ClassOrigin.GUIDANCE, "1e300"),
            STEPS);
    assertThat(cut)
        .isEqualTo(
            new ClassChoices(
                List.of(2),
                ClassChoices.MOST_IMAGES,
                9,
                ClassChoices.GREATEST_TEMPERATURE,
                100,
                1));
  }

  @Test
  void picturesOfOtherTabsAreLeftToThem() {
    assertThat(ClassOrigin.isToldBy(EMPTY.withClasses(List.of(1)))).isTrue();
    assertThat(ClassOrigin.isToldBy(EMPTY)).isFalse();
    assertThat(ClassOrigin.isToldBy(ImageOrigin.of(EMPTY.model(), "latent-space").withSeed(1)))
        .isFalse();
  }

  private static ImageOrigin told(ClassChoices choices, ClassControls controls) {
    return ImageOriginJson.read(
        "test", ImageOriginJson.write(ClassOrigin.of(EMPTY, choices, controls)));
  }

  private static ClassChoices back(ImageOrigin origin, ClassControls controls) {
    return ClassOrigin.choices(origin, new PatientModel().model("m", controls), PRESENT);
  }
}
