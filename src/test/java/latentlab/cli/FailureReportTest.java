package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  private final StringWriter err = new StringWriter();

  @Test
  void givesBadInputAndFailedWorkTheirExitCodes() {
    assertThat(report(new InvalidInputException("bad"))).isEqualTo(2);
    assertThat(report(new OperationFailedException("disk full"))).isEqualTo(1);
    assertThat(report(new CancellationException("stopped"))).isEqualTo(130);
    assertThat(err.toString().lines())
        .containsExactly("latent-lab: bad", "latent-lab: disk full", "latent-lab: stopped");
  }

  @Test
  void looksThroughTheWrappingsOfFutures() {
    Throwable inner = new InvalidInputException("bad");
    assertThat(report(new CompletionException(new ExecutionException(inner)))).isEqualTo(2);
    assertThat(err).hasToString("latent-lab: bad" + System.lineSeparator());
  }

  @Test
  void saysOfAnUnexpectedFailureHowItsPlaceIsShown() {
    assertThat(report(new IllegalStateException("first\n\tsecond"))).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("IllegalStateException: first second", "--stacktrace");
  }

  @Test
  void saysHowToGiveMoreMemory() {
    assertThat(report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(err.toString()).contains("LATENT_LAB_JAVA_OPTS").doesNotContain("heap space");
  }

  @Test
  void showsTheStackTraceWhenAsked() {
    new FailureReport(new PrintWriter(err), true).report(new InvalidInputException("bad"));
    assertThat(err.toString()).contains("\tat latentlab.cli.FailureReportTest");
  }

  private int report(Throwable failure) {
    return new FailureReport(new PrintWriter(err), false).report(failure);
  }
}
