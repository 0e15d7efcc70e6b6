package latentlab.ui.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineLoadingTest {

  @Test
  void makesTheEngineReadyOnTheThreadOfTheWindow() {
    List<Runnable> onUiThread = new ArrayList<>();

    EngineLoading.loadFor(
        work -> {
          onUiThread.add(work);
          work.run();
        });

    assertThat(onUiThread).hasSize(1);
  }
}
