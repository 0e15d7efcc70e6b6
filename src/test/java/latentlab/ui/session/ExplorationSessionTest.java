package latentlab.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationSessionTest {

  private final List<Runnable> background = new ArrayList<>();
  private final ExplorationSession session = new ExplorationSession(background::add);

  @Test
  void startsWithoutAModel() {
    assertThat(session.current()).isEmpty();
  }

  @Test
  void tellsOfANewModelAndClosesTheOldOneInTheBackground() {
    ExploredModel first = SilentModels.named("first", true);
    ExploredModel second = SilentModels.named("second", false);
    List<String> seen = new ArrayList<>();
    session.model().addListener((property, old, next) -> seen.add(next.title()));

    session.explore(first);
    assertThat(background).isEmpty();
    session.explore(second);

    assertThat(seen).containsExactly("first", "second");
    assertThat(background).hasSize(1);
  }

  @Test
  void keepsTheReplicaOfAModelThatComesToRest() {
    ExploredModel live = SilentModels.named("vae", true);
    session.explore(live);

    session.explore(live.atRest());

    assertThat(session.current()).hasValueSatisfying(now -> assertThat(now.live()).isFalse());
    assertThat(background).isEmpty();
  }

  @Test
  void raisesTheRevisionWithEachChangeOfModelOrWeights() {
    long before = session.revision().get();
    session.explore(SilentModels.named("vae", true));
    long afterModel = session.revision().get();
    session.weightsChanged();

    assertThat(afterModel).isGreaterThan(before);
    assertThat(session.revision().get()).isGreaterThan(afterModel);
  }

  @Test
  void closesItsModelWithItself() {
    session.explore(SilentModels.named("vae", false));

    session.close();

    assertThat(session.current()).isEmpty();
    assertThat(background).hasSize(1);
  }
}
