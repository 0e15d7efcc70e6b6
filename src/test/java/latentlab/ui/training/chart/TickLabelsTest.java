package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickLabelsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "2.5|2.5",
        "2.5000000001|2.5",
        "147.3168|147.3",
        "43000|43,000",
        "0.001|0.001",
        "0.00001|1E-5",
        "2294000000000|2.294E12",
        "NaN|NaN"
      })
  void showsTheDigitsThatMatter(double value, String text) {
    assertThat(TickLabels.text(value)).isEqualTo(text);
  }
}
