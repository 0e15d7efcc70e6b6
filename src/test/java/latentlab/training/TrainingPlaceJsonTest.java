package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import org.junit.jupiter.api.Test;

class TrainingPlaceJsonTest {

  private static TrainingPlace place() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", 1.0 / 3);
    parts.put("kl", Double.MIN_VALUE);
    LossTerms loss = new LossTerms(Math.PI, parts);
    TrainingHistory history =
        TrainingHistory.empty()
            .with(new TrainingHistory.Epoch(469, loss, loss))
            .with(new TrainingHistory.Epoch(938, loss, new LossTerms(-1e300, Map.of())));
    return new TrainingPlace(
        10, new TrainingRecord(1000, history, new LossSum(7936, Math.E * 1e9, parts)));
  }

  @Test
  void readsBackTheSameNumbers() {
    TrainingPlace read = TrainingPlaceJson.parse("file", TrainingPlaceJson.toJson(place()));

    assertThat(read).isEqualTo(place());
    assertThat(read.record().history().epochs().get(0).training().parts().keySet())
        .containsExactly("reconstruction", "kl");
  }

  @Test
  void refusesWhateverIsCutShort() {
    String json = TrainingPlaceJson.toJson(place());
    for (int length : List.of(0, 1, json.length() / 2, json.length() - 1)) {
      assertThatThrownBy(() -> TrainingPlaceJson.parse("the/file", json.substring(0, length)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("the/file");
    }
  }

  @Test
  void refusesAnUnknownFieldAndANewerFormat() {
    String json = TrainingPlaceJson.toJson(place());

    assertThatThrownBy(
            () -> TrainingPlaceJson.parse("the/file", json.replace("\"steps\"", "\"stops\"")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("stops");
    assertThatThrownBy(
            () -> TrainingPlaceJson.parse("the/file", json.replace("\"format\":1", "\"format\":9")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("format");
  }
}
