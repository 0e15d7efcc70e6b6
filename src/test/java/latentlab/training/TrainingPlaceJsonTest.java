package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        10,
        new TrainingRecord(
            1000,
            history,
            new LossSum(7936, Math.E * 1e9, parts, Map.of("reconstruction", 7936L, "kl", 128L)),
            Optional.of(Duration.ofNanos(3_661_000_000_007L))));
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

  @Test
  void readsFilesThatDoNotTellOnHowManyImagesAPartWasMeasured() {
    String json = TrainingPlaceJson.toJson(place());
    String older = json.replaceFirst(",\"partImages\":\\{[^}]*}", "");

    assertThat(older).doesNotContain("partImages").hasSizeLessThan(json.length());
    assertThat(TrainingPlaceJson.parse("file", older).record().begunEpoch().partImages())
        .isEqualTo(Map.of("reconstruction", 7936L, "kl", 7936L));
  }

  @Test
  void readsFilesThatDoNotTellTheTimeAsUnknown() {
    String json = TrainingPlaceJson.toJson(place());
    String older = json.replace("\"nanoseconds\":3661000000007,", "");

    assertThat(older).hasSizeLessThan(json.length());
    TrainingRecord read = TrainingPlaceJson.parse("file", older).record();
    assertThat(read.time()).isEmpty();
    assertThat(read.after(5).time()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0.5", "\"5\"", "null", "1e30", "NaN", "9223372036854775808"})
  void refusesATimeThatCannotBe(String time) {
    String json = TrainingPlaceJson.toJson(place()).replace(":3661000000007,", ":" + time + ",");

    assertThatThrownBy(() -> TrainingPlaceJson.parse("the/file", json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the/file: ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"kl\":0", "\"kl\":7937", "\"kl\":\"many\"", "\"more\":1"})
  void refusesNumbersOfImagesThatCannotBe(String count) {
    String json = TrainingPlaceJson.toJson(place()).replace("\"kl\":128", count);

    assertThatThrownBy(() -> TrainingPlaceJson.parse("the/file", json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("the/file");
  }
}
