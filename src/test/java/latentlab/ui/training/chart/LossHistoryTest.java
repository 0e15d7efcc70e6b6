package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.models.LossTerms;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.Test;

class LossHistoryTest {

  private final LossHistory history = new LossHistory();

  @Test
  void namesTheTotalFirstAndThenThePartsInTheirOrder() {
    history.add(step(1, 3, 1));

    assertThat(history.terms()).containsExactly("total", "reconstruction", "kl");
  }

  @Test
  void keepsEveryValue() {
    for (int step = 1; step <= 1_000; step++) {
      history.add(step(step, step, 2));
    }

    Curve curve = history.training("reconstruction");
    assertThat(curve.size()).isEqualTo(1_000);
    assertThat(curve.step(999)).isEqualTo(1_000);
    assertThat(curve.value(999)).isEqualTo(1_000);
    assertThat(history.training("total").value(999)).isEqualTo(1_002);
  }

  @Test
  void writesATableWithARowForEachMeasurement() {
    history.add(step(1, 3, 1));
    history.add(step(2, 2.5, 1.5));
    history.add(epoch(1, 2));

    assertThat(LossTable.toCsv(new LossRuns(history).visible()).lines())
        .containsExactly(
            "run,data,step,total,reconstruction,kl",
            ",training,1,4.0,3.0,1.0",
            ",training,2,4.0,2.5,1.5",
            ",training-epoch,2,3.0,2.0,1.0",
            ",validation,2,5.0,4.0,1.0");
    assertThat(history.epochEnds()).containsExactly(2L);
  }

  @Test
  void aTermMayBeginLaterAndEndEarlier() {
    history.add(step(1, Map.of("layer 1", 3.0)));
    history.add(step(2, Map.of("layer 2", 2.0)));
    EpochPictures none =
        new EpochPictures(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    LossTerms both = new LossTerms(2.5, Map.of("layer 2", 2.0));
    LossTerms validation = new LossTerms(7, Map.of("whole", 7.0));
    history.add(new EpochCompleted(1, 1, 2, both, validation, none));

    assertThat(history.terms()).containsExactly("total", "layer 1", "layer 2", "whole");
    assertThat(history.training("layer 2").step(0)).isEqualTo(2);
    assertThat(history.training("whole").size()).isZero();
    assertThat(LossTable.toCsv(new LossRuns(history).visible()).lines())
        .containsExactly(
            "run,data,step,total,layer 1,layer 2,whole",
            ",training,1,3.0,3.0,,",
            ",training,2,2.0,,2.0,",
            ",training-epoch,2,2.5,,2.0,",
            ",validation,2,7.0,,,7.0");
  }

  @Test
  void anEpochIsAsLongAsToldUntilOneIsOver() {
    assertThat(history.stepsInEpoch()).isEqualTo(1);
    history.expect(40);
    assertThat(history.stepsInEpoch()).isEqualTo(40);
    history.add(epoch(1, 50));
    history.add(epoch(2, 100));

    assertThat(history.stepsInEpoch()).isEqualTo(50);
  }

  private static StepCompleted step(long step, Map<String, Double> parts) {
    double total = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    return new StepCompleted(step, 10, new LossTerms(total, parts), 1, Duration.ZERO);
  }

  private static StepCompleted step(long step, double reconstruction, double kl) {
    return new StepCompleted(step, 10, loss(reconstruction, kl), 1, Duration.ZERO);
  }

  private static EpochCompleted epoch(int epoch, long step) {
    EpochPictures none =
        new EpochPictures(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    return new EpochCompleted(epoch, 1, step, loss(2, 1), loss(4, 1), none);
  }

  private static LossTerms loss(double reconstruction, double kl) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", reconstruction);
    parts.put("kl", kl);
    return new LossTerms(reconstruction + kl, parts);
  }
}
