package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelReplicaTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final CompletableFuture<MeanImageModel> model = new CompletableFuture<>();
  private final List<String> answered = new CopyOnWriteArrayList<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch blocking = new CountDownLatch(1);
  private final ModelReplica replica = new ModelReplica("test", this::make);

  @AfterEach
  void close() {
    release.countDown();
    replica.close();
  }

  private MeanImageModel make() {
    MeanImageModel made =
        new MeanImageModel(
            new MeanImageConfig(0.1),
            new ImageDomain(Tasks.SHAPE, List.of()),
            new Seed(1),
            step -> {});
    model.complete(made);
    return made;
  }

  private String note(String name) {
    answered.add(name);
    return name;
  }

  /** Keeps the replica busy until the latch is released. */
  private String block(GenerativeModel live) {
    blocking.countDown();
    try {
      if (!release.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("never released");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return note("blocked");
  }

  private void awaitBlocked() throws InterruptedException {
    assertThat(blocking.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static Tensors filled(float value) {
    float[] values = new float[Tasks.SHAPE.size()];
    Arrays.fill(values, value);
    return new Tensors(Map.of("mean", Tensor.vector(values)));
  }

  private static float firstWeight(GenerativeModel live) {
    return live.weights().get("mean").values()[0];
  }

  @Test
  void asksOnItsOwnThreadInOrder() {
    CompletableFuture<String> thread = replica.ask(live -> Thread.currentThread().getName());
    CompletableFuture<String> first = replica.ask(live -> note("a"));
    CompletableFuture<String> second = replica.ask(live -> note("b"));
    CompletableFuture<String> last = replica.ask(live -> note("c"));

    assertThat(thread).succeedsWithin(LONG).isEqualTo("latent-lab-test");
    assertThat(last).succeedsWithin(LONG);
    assertThat(List.of(first, second)).allMatch(CompletableFuture::isDone);
    assertThat(answered).containsExactly("a", "b", "c");
    assertThat(model.join().owner.getName()).isEqualTo("latent-lab-test");
  }

  @Test
  void skipsAQuestionThatIsCancelledBeforeItsTurn() throws InterruptedException {
    CompletableFuture<String> before = replica.ask(this::block);
    awaitBlocked();
    CompletableFuture<String> cancelled = replica.ask(live -> note("cancelled"));
    CompletableFuture<String> last = replica.ask(live -> note("last"));
    cancelled.cancel(false);
    release.countDown();

    assertThat(last).succeedsWithin(LONG);
    assertThat(before).isDone();
    assertThat(answered).containsExactly("blocked", "last");
  }

  @Test
  void aQuestionThatThrowsFailsAloneAndTheNextIsAnswered() {
    CompletableFuture<String> broken =
        replica.ask(
            live -> {
              throw new IllegalStateException("defect");
            });

    assertThat(broken)
        .failsWithin(LONG)
        .withThrowableThat()
        .havingRootCause()
        .withMessage("defect");
    assertThat(replica.ask(live -> "fine")).succeedsWithin(LONG).isEqualTo("fine");
  }

  @Test
  void everyQuestionFailsWithWhatTheMakerThrew() {
    InvalidInputException reason = new InvalidInputException("no such model");
    try (ModelReplica broken =
        new ModelReplica(
            "broken",
            () -> {
              throw reason;
            })) {
      for (int i = 0; i < 2; i++) {
        CompletableFuture<String> answer = broken.ask(live -> note("never"));
        assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class).hasCause(reason);
      }
    }
    assertThat(answered).isEmpty();
  }

  @Test
  void takesOverTheNewestWeightsBeforeEachQuestion() {
    WeightsFeed feed = new WeightsFeed(filled(1));
    replica.follow(feed);
    assertThat(replica.ask(ModelReplicaTest::firstWeight)).succeedsWithin(LONG).isEqualTo(1f);
    assertThat(feed.isWanted()).isTrue();
    feed.publish(new WeightsFeed.Snapshot(1, filled(2)));
    assertThat(replica.ask(ModelReplicaTest::firstWeight)).succeedsWithin(LONG).isEqualTo(2f);
  }

  @Test
  void keepsItsOwnWeightsWhileTheFeedIsEmpty() {
    replica.follow(new WeightsFeed());

    assertThat(replica.ask(ModelReplicaTest::firstWeight)).succeedsWithin(LONG);
  }

  @Test
  void failsWhileTheFeedsWeightsDoNotFit() {
    WeightsFeed feed = new WeightsFeed(new Tensors(Map.of("mean", Tensor.vector(1))));
    replica.follow(feed);
    for (int i = 0; i < 2; i++) {
      assertThat(replica.ask(ModelReplicaTest::firstWeight))
          .failsWithin(LONG)
          .withThrowableThat()
          .havingRootCause()
          .isInstanceOf(InvalidInputException.class);
    }
    feed.publish(new WeightsFeed.Snapshot(1, filled(2)));
    assertThat(replica.ask(ModelReplicaTest::firstWeight)).succeedsWithin(LONG).isEqualTo(2f);
  }

  @Test
  void followsATrainingWhileItRuns() throws InterruptedException {
    EventLog log = new EventLog();
    Gate gate = new Gate();
    try (TrainingService service = new TrainingService(Judges.NONE)) {
      Training training = service.start(Tasks.inMemory(new MeanImageFamily(gate), 100_000), log);
      gate.awaitArrival();
      replica.follow(training.weights());
      float atStart =
          replica.<Float>ask(ModelReplicaTest::firstWeight).orTimeout(20, TimeUnit.SECONDS).join();
      gate.letPass(1_000_000);
      log.await(event -> event instanceof StepCompleted step && step.step() >= 150);

      assertThat(replica.ask(ModelReplicaTest::firstWeight))
          .succeedsWithin(LONG)
          .isNotEqualTo(atStart);
      assertThat(training.state()).isEqualTo(TrainingState.RUNNING);
    }
  }

  @Test
  void closingCancelsWhatWaitsAndClosesTheModelOnItsThread() throws InterruptedException {
    CompletableFuture<String> computed = replica.ask(this::block);
    awaitBlocked();
    CompletableFuture<String> waiting = replica.ask(live -> note("waiting"));
    CompletableFuture<Void> closing = CompletableFuture.runAsync(replica::close);
    CompletableFuture<String> late = replica.ask(live -> note("late"));
    while (!late.isCancelled()) {
      Thread.onSpinWait();
      late = replica.ask(live -> note("late"));
    }
    release.countDown();

    assertThat(closing).succeedsWithin(LONG);
    assertThat(computed).isCompletedWithValue("blocked");
    assertThat(waiting).isCancelled();
    assertThat(answered).containsExactly("blocked");
    assertThat(model.join().closed).isTrue();
    assertThat(model.join().owner.isAlive()).isFalse();
  }

  @Test
  void answersNothingOnceClosed() {
    replica.close();
    replica.close();

    assertThat(replica.ask(live -> note("late"))).isCancelled();
  }
}
