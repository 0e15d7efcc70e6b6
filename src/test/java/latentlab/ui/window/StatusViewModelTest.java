package latentlab.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {

  private final List<Runnable> later = new ArrayList<>();
  private final StatusViewModel status = new StatusViewModel((work, delay) -> later.add(work));

  @Test
  void tellsAtOnceWhatIsDoneAndShowsABarOnceItTakesLong() {
    status.show("reading", true);
    assertThat(status.text().get()).isEqualTo("reading");
    assertThat(status.progress().get()).isZero();

    status.show("decoding", true);
    runLater();
    assertThat(status.text().get()).isEqualTo("decoding");
    assertThat(status.progress().get()).isEqualTo(-1);

    status.show("done", false);
    assertThat(status.progress().get()).isZero();
  }

  @Test
  void showsNoBarForWorkThatHasEndedByThen() {
    status.show("reading", true);
    status.show("done", false);
    runLater();
    assertThat(status.progress().get()).isZero();
  }

  @Test
  void nextWorkTakesLongOnlyFromItsOwnBeginning() {
    status.show("reading", true);
    status.show("done", false);
    status.show("stopping", true);
    later.remove(0).run();
    assertThat(status.progress().get()).isZero();
    runLater();
    assertThat(status.progress().get()).isEqualTo(-1);
  }

  @Test
  void aKnownFractionTakesThePlaceOfTheBar() {
    status.show("reading", true);
    status.showProgress(0.25);
    runLater();
    assertThat(status.progress().get()).isEqualTo(0.25);
  }

  private void runLater() {
    List.copyOf(later).forEach(Runnable::run);
    later.clear();
  }
}
