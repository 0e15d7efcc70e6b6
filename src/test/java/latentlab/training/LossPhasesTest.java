package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.models.networks.RateSchedule;
import latentlab.models.stacked.StackedConfig;
import latentlab.models.stacked.StackedFamily;
import latentlab.models.storage.StoredModel;
import latentlab.storage.Tensor;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model whose loss is made of other terms as its training goes on. */
class LossPhasesTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int EPOCHS = 4;

  /** Of the 12 steps, 2 are for each of 3 layers and 6 for the whole. */
  private static final StackedConfig CONFIG =
      new StackedConfig(
          2, List.of(5, 4), HiddenActivation.SELU, 0.5, 0.2, 1e-2, RateSchedule.COSINE);

  @TempDir private Path folder;
  private final TrainingService service = new TrainingService(Judges.NONE);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void eachEpochNamesTheTermsThatItHad() {
    EventLog log = new EventLog();
    Training training = service.start(task(Optional.empty(), Optional.empty()), log);
    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);

    assertThat(log.all(StepCompleted.class).stream().map(step -> step.loss().parts().keySet()))
        .containsSubsequence(
            Set.of("layer 1"), Set.of("layer 2"), Set.of("layer 3"), Set.of("reconstruction"))
        .hasSize(12);
    List<TrainingHistory.Epoch> epochs = training.history().epochs();
    assertThat(epochs.get(0).training().parts()).containsOnlyKeys("layer 1", "layer 2");
    assertThat(epochs.get(0).validation().parts()).containsOnlyKeys("layer 2");
    assertThat(epochs.get(1).training().parts()).containsOnlyKeys("layer 2", "layer 3");
    assertThat(epochs.get(1).validation().parts()).containsOnlyKeys("layer 3");
    assertThat(epochs.get(3).training().parts()).containsOnlyKeys("reconstruction");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5, 6, 8})
  void goesOnFromTheMiddleOfAnyPhaseAsIfUnbroken(long lastStep) throws InterruptedException {
    Training unbroken = service.start(task(Optional.empty(), Optional.empty()), event -> {});
    assertThat(unbroken.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    EventLog log = new EventLog();
    Path checkpoint = folder.resolve("model");
    Training stopped =
        service.start(
            task(Optional.of(checkpoint), Optional.empty()), log, StartMode.ATTENDED_PAUSED);
    for (long step = 1; step <= lastStep; step++) {
      stopped.singleStep();
      log.awaitStep(step);
    }
    stopped.stop();
    assertThat(stopped.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.STOPPED);

    Training resumed =
        service.start(task(Optional.of(checkpoint), Optional.of(checkpoint)), event -> {});

    assertThat(resumed.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    assertThat(resumed.history()).isEqualTo(unbroken.history());
    Map<String, Tensor> expected = weights(unbroken);
    weights(resumed)
        .forEach(
            (name, tensor) ->
                assertThat(tensor.values())
                    .as(name)
                    .isEqualTo(expected.getOrDefault(name, Tensor.vector()).values()));
  }

  private static Map<String, Tensor> weights(Training training) {
    return training.result().map(StoredModel::weights).orElseThrow().byName();
  }

  private static TrainingTask task(Optional<Path> checkpoint, Optional<Path> resumeFrom) {
    return new TrainingTask(
        new StackedFamily(),
        CONFIG,
        Tasks.dataset(),
        new TrainingPlan(EPOCHS, Tasks.BATCH, Tasks.SEED, checkpoint),
        resumeFrom);
  }
}
