package latentlab.models.stacked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import latentlab.models.TrainingPoint;
import latentlab.models.stacked.PhasePlan.Phase;
import org.junit.jupiter.api.Test;

class PhasePlanTest {

  @Test
  void thePretrainingIsSplitEvenlyAndTheRestIsForTheWhole() {
    PhasePlan plan = new PhasePlan(3, 0.6);
    int[] steps = new int[4];
    for (int step = 0; step < 1000; step++) {
      steps[plan.at(new TrainingPoint(step, 1000)).layer()]++;
    }

    assertThat(steps).containsExactly(200, 200, 200, 400);
  }

  @Test
  void eachPhaseBeginsAtZeroAndRisesToOne() {
    PhasePlan plan = new PhasePlan(2, 0.5);
    Phase before = new Phase(-1, 1);
    for (int step = 0; step < 400; step++) {
      Phase phase = plan.at(new TrainingPoint(step, 400));
      if (phase.layer() == before.layer()) {
        assertThat(phase.fraction()).isGreaterThan(before.fraction()).isLessThan(1);
      } else {
        assertThat(phase.layer()).isEqualTo(before.layer() + 1);
        assertThat(phase.fraction()).isCloseTo(0, within(1e-9));
        assertThat(before.fraction()).isGreaterThan(0.98);
      }
      before = phase;
    }
    assertThat(plan.isFineTuning(before)).isTrue();
  }

  @Test
  void fineTuningBeginsOnce() {
    PhasePlan plan = new PhasePlan(3, 0.4);
    List<Integer> beginnings = new ArrayList<>();
    for (int step = 0; step < 50; step++) {
      if (plan.beginsFineTuning(new TrainingPoint(step, 50))) {
        beginnings.add(step);
      }
    }

    assertThat(beginnings).containsExactly(20);
  }

  @Test
  void withoutPretrainingEverythingLearnsFromTheFirstStep() {
    PhasePlan plan = new PhasePlan(3, 0);

    assertThat(plan.at(new TrainingPoint(0, 8))).isEqualTo(new Phase(3, 0));
    assertThat(plan.at(new TrainingPoint(6, 8))).isEqualTo(new Phase(3, 0.75));
    assertThat(plan.beginsFineTuning(new TrainingPoint(0, 8))).isFalse();
  }
}
