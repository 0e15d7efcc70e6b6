package latentlab.models.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTimeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "499, 0 s",
    "7600, 8 s",
    "59600, 1 min",
    "125000, 2 min 5 s",
    "599000, 9 min 59 s",
    "2280000, 38 min",
    "3599000, 1 h",
    "12000000, 3 h 20 min"
  })
  void isToldInTheUnitsThatMatter(long millis, String text) {
    assertThat(TrainingTime.text(Duration.ofMillis(millis))).isEqualTo(text);
  }
}
