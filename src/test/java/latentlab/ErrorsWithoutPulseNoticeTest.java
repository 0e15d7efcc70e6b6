package latentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class ErrorsWithoutPulseNoticeTest {

  @Test
  void leavesOutTheNoticeOfThePulseAndNothingElse() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream target = new PrintStream(written, true, Charset.defaultCharset());
    try (ErrorsWithoutPulseNotice errors = new ErrorsWithoutPulseNotice(target)) {
      errors.println("Setting PULSE_DURATION to 240 hz");
      errors.println("a real failure");
      errors.println((String) null);
    }

    assertThat(written.toString(Charset.defaultCharset()).lines())
        .containsExactly("a real failure", "null");
  }
}
