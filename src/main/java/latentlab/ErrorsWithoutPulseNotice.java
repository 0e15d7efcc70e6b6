package latentlab;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Standard error without the line in which JavaFX announces the pulse that this program asked for,
 * which is no news to the user.
 */
final class ErrorsWithoutPulseNotice extends PrintStream {

  private static final String NOTICE = "Setting PULSE_DURATION";

  ErrorsWithoutPulseNotice(PrintStream target) {
    super(target, true, Charset.defaultCharset());
  }

  @Override
  public void println(@Nullable String line) {
    if (line == null || !line.startsWith(NOTICE)) {
      super.println(line);
    }
  }
}
