package latentlab.models.vae;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.models.TrainingPoint;
import org.junit.jupiter.api.Test;

class DivergenceTermTest {

  private static final TrainingPoint START = new TrainingPoint(0, 100);
  private static final TrainingPoint QUARTER = new TrainingPoint(25, 100);
  private static final TrainingPoint LATE = new TrainingPoint(80, 100);

  @Test
  void betaCountsFromTheStartWithoutAWarmUp() {
    assertThat(new DivergenceTerm(4, 0, 0).loss(2.5, START)).isEqualTo(10);
    assertThat(new DivergenceTerm(4, 0, 0).weight(2.5, START)).isEqualTo(4);
  }

  @Test
  void betaRisesOverTheWarmUp() {
    DivergenceTerm term = new DivergenceTerm(4, 0, 0.5);

    assertThat(term.weight(9, START)).isZero();
    assertThat(term.weight(9, QUARTER)).isEqualTo(2);
    assertThat(term.weight(9, LATE)).isEqualTo(4);
    assertThat(term.loss(3, QUARTER)).isEqualTo(6);
  }

  @Test
  void aCapacityPullsTheDivergenceFromBothSides() {
    DivergenceTerm term = new DivergenceTerm(4, 20, 0);

    assertThat(term.loss(18, LATE)).isEqualTo(8);
    assertThat(term.weight(18, LATE)).isEqualTo(-4);
    assertThat(term.loss(23, LATE)).isEqualTo(12);
    assertThat(term.weight(23, LATE)).isEqualTo(4);
  }

  @Test
  void theCapacityRisesOverTheWarmUpWhileBetaStays() {
    DivergenceTerm term = new DivergenceTerm(4, 20, 0.5);

    assertThat(term.loss(13, QUARTER)).isEqualTo(12);
    assertThat(term.weight(13, QUARTER)).isEqualTo(4);
  }
}
