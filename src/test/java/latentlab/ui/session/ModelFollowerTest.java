package latentlab.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelFollowerTest {

  private static final long LONGEST_WAIT_SECONDS = 20;
  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(1, 1, 1), List.of());

  private final LinkedBlockingQueue<Runnable> foreground = new LinkedBlockingQueue<>();
  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void closeSession() {
    session.close();
  }

  private ModelFollower<String> follower() {
    return new ModelFollower<>(
        session, (model, explored) -> explored.title() + "!", new Diary(), foreground::add);
  }

  private static ExploredModel still(String title) {
    return StillModel.shelved(title, IMAGES, () -> new StillModel(IMAGES) {}).explored();
  }

  private void runNext() throws InterruptedException {
    Runnable next = foreground.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("an answer of a model").isNotNull();
    if (next != null) {
      next.run();
    }
  }

  @Test
  void asksEachModelOnce() throws InterruptedException {
    ModelFollower<String> follower = follower();
    ExploredModel first = still("first");
    session.explore(first);
    runNext();
    session.explore(first.atRest());
    session.explore(new ExploredModel("renamed", first.card(), first.replica(), false));
    session.explore(still("second"));
    runNext();

    assertThat(told).containsExactly("none", "first", "first!", "second", "second!");
    assertThat(foreground).isEmpty();
    follower.close();
  }

  @Test
  void dropsTheAnswerOfAModelThatIsNoLongerExplored() throws InterruptedException {
    session.explore(still("first"));
    ModelFollower<String> follower = follower();
    session.explore(still("second"));
    runNext();
    runNext();

    assertThat(told).containsExactly("first", "second", "second!");
    follower.close();
  }

  @Test
  void tellsWhyAModelCannotBeAsked() throws InterruptedException {
    ModelFollower<String> follower = follower();
    session.explore(SilentModels.named("broken", false));
    runNext();

    assertThat(told).containsExactly("none", "broken", "failed: never asked");
    follower.close();
  }

  @Test
  void whatWaitsForAModelComesAfterItsNews() throws InterruptedException {
    ModelFollower<String> follower = follower();
    follower.whenKnown(() -> told.add("replaced"));
    follower.whenKnown(() -> told.add("then"));
    session.explore(still("first"));
    runNext();
    follower.whenKnown(() -> told.add("at once"));

    assertThat(told).containsExactly("none", "first", "first!", "then", "at once");
    follower.close();
  }

  @Test
  void whatWaitsForAnotherModelIsNotDoneWithThePresentOne() throws InterruptedException {
    session.explore(still("first"));
    ModelFollower<String> follower = follower();
    runNext();
    session.explore(still("second"));
    follower.whenKnown(() -> told.add("then"));
    assertThat(told).containsExactly("first", "first!", "second");
    runNext();

    assertThat(told).containsExactly("first", "first!", "second", "second!", "then");
    follower.close();
  }

  @Test
  void handsOnThatTheModelLearnsAndComesToRest() throws InterruptedException {
    ExploredModel model = still("model");
    ExploredModel live = new ExploredModel("live", model.card(), model.replica(), true);
    session.explore(live);
    List<String> learnt = new ArrayList<>();
    ModelFollower<String> follower =
        new ModelFollower<>(
            session,
            (asked, explored) -> "",
            new Diary() {
              @Override
              public void cameToRest() {
                learnt.add("rest");
              }

              @Override
              public void weightsChanged() {
                learnt.add("weights");
              }
            },
            foreground::add);
    session.weightsChanged();
    session.explore(live.atRest());
    assertThat(learnt).containsExactly("weights", "rest", "weights");

    follower.close();
    session.weightsChanged();
    assertThat(learnt).hasSize(3);
    runNext();
  }

  private class Diary implements ModelFollower.Listener<String> {

    @Override
    public void modelChanged(Optional<ExploredModel> now) {
      told.add(now.map(ExploredModel::title).orElse("none"));
    }

    @Override
    public void known(String answer) {
      told.add(answer);
    }

    @Override
    public void failed(Throwable failure) {
      told.add("failed: " + failure.getMessage());
    }
  }
}
