package latentlab.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelWatchTest {

  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void closeSession() {
    session.close();
  }

  private ModelWatch watch() {
    return new ModelWatch(session, new Diary());
  }

  @Test
  void tellsThePresentModelAtOnceAndThenEachOtherOne() {
    session.explore(SilentModels.named("first", false));
    ModelWatch watch = watch();
    assertThat(told).containsExactly("first");
    session.explore(SilentModels.named("second", false));
    session.close();
    assertThat(told).containsExactly("first", "second", "weights", "none", "weights");
    watch.close();
  }

  @Test
  void tellsThatThereIsNoModelYet() {
    ModelWatch watch = watch();
    assertThat(told).containsExactly("none");
    watch.close();
  }

  @Test
  void aModelThatComesToRestIsNotAnother() {
    ExploredModel live = SilentModels.named("live", true);
    session.explore(live);
    ModelWatch watch = watch();
    session.explore(live.atRest());
    assertThat(told).containsExactly("live", "rest", "weights");
    watch.close();
  }

  @Test
  void aModelThatIsExploredInThePlaceOfALiveOneHasNotComeToRest() {
    session.explore(SilentModels.named("live", true));
    ModelWatch watch = watch();
    session.explore(SilentModels.named("still", false));
    assertThat(told).containsExactly("live", "still", "weights");
    watch.close();
  }

  @Test
  void tellsOfNewWeights() {
    session.explore(SilentModels.named("live", true));
    ModelWatch watch = watch();
    session.weightsChanged();
    assertThat(told).containsExactly("live", "weights");
    watch.close();
  }

  @Test
  void tellsNothingOnceItIsClosed() {
    watch().close();
    told.clear();
    session.explore(SilentModels.named("late", true));
    session.weightsChanged();
    assertThat(told).isEmpty();
  }

  private final class Diary implements ModelWatch.Listener {

    @Override
    public void modelChanged(Optional<ExploredModel> now) {
      told.add(now.map(ExploredModel::title).orElse("none"));
    }

    @Override
    public void cameToRest() {
      told.add("rest");
    }

    @Override
    public void weightsChanged() {
      told.add("weights");
    }
  }
}
