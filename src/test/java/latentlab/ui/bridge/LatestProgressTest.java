package latentlab.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latentlab.ui.bridge.LatestProgress.Report;
import org.junit.jupiter.api.Test;

class LatestProgressTest {

  private final List<Runnable> scheduled = new ArrayList<>();
  private final List<Report> received = new ArrayList<>();
  private final LatestProgress progress =
      new LatestProgress((work, delay) -> scheduled.add(work), received::add);

  @Test
  void deliversOnlyTheLatestReport() {
    progress.report(1, 10, "reading");
    progress.report(2, 10, "reading");
    progress.report(3, 10, "reading");
    assertThat(scheduled).hasSize(1);

    scheduled.get(0).run();

    assertThat(received).containsExactly(new Report(3, 10, "reading"));
  }

  @Test
  void goesOnAfterADelivery() {
    progress.report(1, 10, "reading");
    scheduled.get(0).run();
    progress.report(2, 10, "reading");

    assertThat(scheduled).hasSize(2);
  }

  @Test
  void doesNotKnowTheFractionWithoutATotal() {
    assertThat(new Report(5, -1, "").fraction()).isEqualTo(-1);
    assertThat(new Report(5, 10, "").fraction()).isEqualTo(0.5);
    assertThat(new Report(15, 10, "").fraction()).isEqualTo(1);
  }
}
