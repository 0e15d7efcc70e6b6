package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentlab.ui.training.SyntheticEvents;
import org.junit.jupiter.api.Test;

class LossRunsTest {

  private final LossRuns runs = new LossRuns(new LossHistory());

  @Test
  void keepsTheRunBeforeWhenAnotherBegins() {
    train("Run 1", 3);
    train("Run 2", 5);

    assertThat(names(runs.visible())).containsExactly("Run 2", "Run 1");
    assertThat(runs.earlier().get(0).history().training("total").size()).isEqualTo(3);
    assertThat(runs.present().get().history().training("total").size()).isEqualTo(5);
  }

  @Test
  void keepsNoRunThatMeasuredNothing() {
    runs.begin("Run 1", "");
    runs.begin("Run 2", "");

    assertThat(runs.earlier()).isEmpty();
    assertThat(runs.visible()).isEmpty();
  }

  @Test
  void givesEachRunALookOfItsOwnAndUsesThoseOfRemovedOnesAgain() {
    for (int run = 1; run <= LossRuns.MOST + 3; run++) {
      train("Run " + run, 2);
    }
    assertThat(runs.earlier()).hasSize(LossRuns.MOST);
    assertThat(runs.earlier()).extracting(LossRun::look).doesNotHaveDuplicates();
    LossRun removed = runs.earlier().get(4);
    runs.remove(removed);
    train("another", 2);

    assertThat(runs.earlier().get(0).look()).isEqualTo(removed.look());
  }

  @Test
  void drawsOnlyWhatIsShownAndTellsWhenThatChanges() {
    train("Run 1", 2);
    train("Run 2", 2);
    long before = runs.selection().get();
    runs.earlier().get(0).shown().set(false);

    assertThat(runs.selection().get()).isGreaterThan(before);
    assertThat(names(runs.visible())).containsExactly("Run 2");
    runs.present().get().shown().set(false);
    assertThat(runs.terms()).isEmpty();
  }

  @Test
  void opensAFolderOnce() {
    runs.open("stored", "", SyntheticEvents.history(1, 2), Path.of("stored"));
    runs.open("stored", "", SyntheticEvents.history(1, 4), Path.of("stored"));

    assertThat(runs.earlier()).hasSize(1);
    assertThat(runs.visible().get(0).history().training("total").size()).isEqualTo(4);
  }

  @Test
  void writesAllRunsIntoOneTable() {
    train("Run 1", 1);
    train("Run, \"2\"", 1);

    List<String> lines = LossTable.toCsv(runs.visible()).lines().toList();
    assertThat(lines.get(0)).isEqualTo("run,data,step,total");
    assertThat(lines).contains("\"Run, \"\"2\"\"\",training,1,1.0", "Run 1,training,1,1.0");
  }

  private void train(String name, int steps) {
    runs.begin(name, "details");
    for (int step = 1; step <= steps; step++) {
      runs.present().get().history().addTraining("total", step, step);
    }
  }

  private static List<String> names(List<LossRun> some) {
    return some.stream().map(LossRun::name).toList();
  }
}
