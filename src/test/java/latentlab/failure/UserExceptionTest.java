package latentlab.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class UserExceptionTest {

  @Test
  void tellsOneLineWhateverWasQuoted() {
    assertThat(new InvalidInputException("no file a\r\nb\u001b[31m\u2028c").getMessage())
        .isEqualTo("no file a b [31m c");
    assertThat(new OperationFailedException("disk\nfull", new IOException()).getMessage())
        .isEqualTo("disk full");
  }

  @Test
  void keepsTheCause() {
    IOException cause = new IOException("underneath");
    assertThat(new OperationFailedException("failed", cause)).hasCause(cause);
  }

  @Test
  void quotesShortTextWhole() {
    assertThat(Quoted.text("NaN")).isEqualTo("'NaN'");
    assertThat(Quoted.text("")).isEqualTo("''");
  }

  @Test
  void cutsLongTextShort() {
    assertThat(Quoted.text("x".repeat(1_000_000))).isEqualTo("'" + "x".repeat(60) + "...'");
  }
}
