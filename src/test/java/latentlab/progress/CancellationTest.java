package latentlab.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {

  @Test
  void letsWorkGoOnUntilItIsAsked() {
    Cancellation cancellation = new Cancellation();
    assertThat(cancellation.isRequested()).isFalse();
    assertThatCode(cancellation::throwIfRequested).doesNotThrowAnyException();
  }

  @Test
  void endsWorkOnceAndForAll() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    cancellation.cancel();
    assertThat(cancellation.isRequested()).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(cancellation::throwIfRequested).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void reachesWorkOnAnotherThread() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    Thread worker =
        new Thread(
            () -> {
              while (!cancellation.isRequested()) {
                Thread.onSpinWait();
              }
            },
            "worker");
    worker.start();
    cancellation.cancel();
    worker.join(10_000);
    assertThat(worker.isAlive()).isFalse();
  }
}
