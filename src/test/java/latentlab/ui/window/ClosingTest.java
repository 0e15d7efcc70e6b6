package latentlab.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class ClosingTest {

  private final SimpleBooleanProperty active = new SimpleBooleanProperty();
  private final List<String> done = new ArrayList<>();
  private boolean agrees;
  private final Closing closing =
      new Closing(
          active,
          () -> {
            done.add("ask");
            return agrees;
          },
          () -> done.add("stop"),
          () -> done.add("close"));

  @Test
  void closesWithoutAQuestionWhileNothingRuns() {
    closing.request();

    assertThat(done).containsExactly("close");
  }

  @Test
  void staysOpenIfTheUserDoesNotAgree() {
    active.set(true);
    closing.request();
    active.set(false);

    assertThat(done).containsExactly("ask");
  }

  @Test
  void closesOnlyAfterTheTrainingHasEnded() {
    active.set(true);
    agrees = true;
    closing.request();
    assertThat(done).containsExactly("ask", "stop");

    active.set(false);

    assertThat(done).containsExactly("ask", "stop", "close");
  }

  @Test
  void asksOnlyOnceWhileItWaits() {
    active.set(true);
    agrees = true;
    closing.request();
    closing.request();
    assertThat(closing.isWaiting()).isTrue();
    active.set(false);

    assertThat(done).containsExactly("ask", "stop", "close");
  }
}
