package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.StepCompleted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingServiceTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final TrainingService service = new TrainingService(Judges.NONE);
  private final EventLog log = new EventLog();

  @AfterEach
  void close() {
    service.close();
  }

  private TrainingState train(TrainingTask task) {
    return service.start(task, log).ended().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void tellsStepsEpochsAndStatesInOrder() {
    assertThat(train(Tasks.inMemory(new MeanImageFamily(), 2))).isEqualTo(TrainingState.COMPLETED);

    assertThat(log.shortly())
        .containsExactly("RUNNING", "s1", "s2", "s3", "e1", "s4", "s5", "s6", "e2", "COMPLETED");
    assertThat(log.all(StepCompleted.class)).allMatch(step -> step.stepsInAll() == 6);
  }

  @Test
  void ownsTheModelOnItsThreadAloneAndClosesItBeforeTheEndIsTold() {
    MeanImageFamily family = new MeanImageFamily();
    train(Tasks.inMemory(family, 1));

    assertThat(family.made).hasSize(1);
    assertThat(family.made.get(0).owner.getName()).isEqualTo("latent-lab-training");
    assertThat(family.made.get(0).owner.isDaemon()).isTrue();
    assertThat(family.made.get(0).closed).isTrue();
  }

  @Test
  void learnsTheMeanImage() {
    TrainingTask task = Tasks.inMemory(new MeanImageFamily(), 200);
    Training training = service.start(task, log);
    assertThat(training.ended()).succeedsWithin(LONG);

    float[] learnt = training.result().orElseThrow().weights().get("mean").values();
    Dataset data = task.dataset();
    for (int pixel = 0; pixel < learnt.length; pixel++) {
      double sum = 0;
      for (int i = 0; i < data.train().size(); i++) {
        sum += (data.train().imageBytes(i)[pixel] & 0xFF) / 255.0;
      }
      assertThat((double) learnt[pixel]).isCloseTo(sum / data.train().size(), within(0.05));
    }
  }

  @Test
  void meansOverAnEpochCountImagesAndNotBatches() {
    train(Tasks.inMemory(new MeanImageFamily(), 1));

    List<StepCompleted> steps = log.all(StepCompleted.class);
    double mean =
        (10 * steps.get(0).loss().total()
                + 10 * steps.get(1).loss().total()
                + 5 * steps.get(2).loss().total())
            / 25;
    LossTerms told = log.all(EpochCompleted.class).get(0).training();
    assertThat(told.total()).isCloseTo(mean, within(1e-12));
    assertThat(told.parts()).containsOnlyKeys("squares");
  }

  @Test
  void showsTheSameInputsAfterEachEpoch() {
    train(Tasks.inMemory(new MeanImageFamily(), 2));

    List<EpochPictures> pictures =
        log.all(EpochCompleted.class).stream().map(EpochCompleted::pictures).toList();
    ImageBatch first = pictures.get(0).originals().orElseThrow();
    assertThat(first.count()).isEqualTo(16);
    assertThat(first.labels()).startsWith(0, 1, 2, 0, 1, 2);
    assertThat(pictures.get(1).originals().orElseThrow().pixels()).isEqualTo(first.pixels());
    assertThat(pictures.get(1).reconstructions().orElseThrow().count()).isEqualTo(16);
    assertThat(pictures.get(1).grid().orElseThrow().images().count()).isEqualTo(100);
    assertThat(pictures.get(1).grid().orElseThrow().images().pixels())
        .isNotEqualTo(pictures.get(0).grid().orElseThrow().images().pixels());
  }

  @Test
  void theSameSeedGivesTheSameLosses() {
    train(Tasks.inMemory(new MeanImageFamily(), 2));
    EventLog second = new EventLog();
    assertThat(service.start(Tasks.inMemory(new MeanImageFamily(), 2), second).ended())
        .succeedsWithin(LONG);

    assertThat(second.all(StepCompleted.class).stream().map(StepCompleted::loss))
        .isEqualTo(log.all(StepCompleted.class).stream().map(StepCompleted::loss).toList());
    assertThat(second.all(EpochCompleted.class).stream().map(EpochCompleted::validation))
        .isEqualTo(log.all(EpochCompleted.class).stream().map(EpochCompleted::validation).toList());
  }

  @Test
  void theNoiseIsNewInEachStepAndTheSameInEachValidation() {
    MeanImageFamily family = new MeanImageFamily();
    train(Tasks.inMemory(family, 3));

    assertThat(family.made.get(0).stepSeeds).hasSize(9).doesNotHaveDuplicates();
    assertThat(Set.copyOf(family.made.get(0).evaluationSeeds)).hasSize(1);
  }

  @Test
  void theHistoryHoldsWhatTheEpochsTold() {
    Training training = service.start(Tasks.inMemory(new MeanImageFamily(), 3), log);
    assertThat(training.ended()).succeedsWithin(LONG);

    assertThat(training.history().epochs())
        .extracting(TrainingHistory.Epoch::validation)
        .containsExactlyElementsOf(
            log.all(EpochCompleted.class).stream().map(EpochCompleted::validation).toList());
    assertThat(training.history().last().orElseThrow().step()).isEqualTo(9);
  }

  @Test
  void theResultIsTheLastOfTheWeightsAndSaysWhereItComesFrom() {
    Training training = service.start(Tasks.inMemory(new MeanImageFamily(), 2), log);
    assertThat(training.ended()).succeedsWithin(LONG);

    assertThat(training.weights().latest().step()).isEqualTo(6);
    assertThat(training.result().orElseThrow().weights())
        .isSameAs(training.weights().latest().weights());
    assertThat(training.result().orElseThrow().card().provenance().epochs()).isEqualTo(2);
    assertThat(training.result().orElseThrow().card().provenance().metrics())
        .containsEntry(
            "validation_total", training.history().last().orElseThrow().validation().total())
        .containsKey("validation_squares");
    assertThat(training.failure()).isEmpty();
  }

  @Test
  void aListenerThatThrowsDoesNotEndTheTraining() {
    TrainingListener broken =
        event -> {
          log.onEvent(event);
          throw new IllegalStateException("a defect of the listener");
        };
    Training training = service.start(Tasks.inMemory(new MeanImageFamily(), 2), broken);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.COMPLETED);
    assertThat(log.shortly()).hasSize(10);
  }

  @Test
  void anUnexpectedExceptionEndsAsFailedWithItsCause() {
    IllegalStateException defect = new IllegalStateException("a defect of the model");
    MeanImageFamily family =
        new MeanImageFamily(
            step -> {
              if (step == 2) {
                throw defect;
              }
            });
    Training training = service.start(Tasks.inMemory(family, 2), log);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);
    assertThat(training.failure().orElseThrow()).hasCause(defect);
    assertThat(log.shortly()).endsWith("s1", "FAILED");
    assertThat(family.made.get(0).closed).isTrue();
    assertThat(training.result()).isPresent();
  }

  @Test
  void aFailedTrainingDoesNotHinderTheNext() {
    MeanImageFamily broken =
        new MeanImageFamily(
            step -> {
              throw new StackOverflowError("a defect of the model");
            });
    assertThat(train(Tasks.inMemory(broken, 1))).isEqualTo(TrainingState.FAILED);
    assertThat(train(Tasks.inMemory(new MeanImageFamily(), 1))).isEqualTo(TrainingState.COMPLETED);
  }

  @Test
  void refusesADataSetWithoutValidationImages() {
    TrainingTask task = Tasks.inMemory(new MeanImageFamily(), 1);
    Dataset data = task.dataset();
    Dataset cut =
        new Dataset(
            "cut", data.train(), Tasks.images(0), data.test(), data.classNames(), "fingerprint");
    Training training =
        service.start(
            new TrainingTask(task.family(), task.config(), cut, task.plan(), Optional.empty()),
            log);

    assertThat(training.ended()).succeedsWithin(LONG).isEqualTo(TrainingState.FAILED);
    assertThat(training.failure().orElseThrow())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("data set cut has 25 training and 0 validation images");
    assertThat(training.result()).isEmpty();
  }

  @Test
  void startsNothingOnceClosed() {
    service.close();
    assertThatThrownBy(() -> service.start(Tasks.inMemory(new MeanImageFamily(), 1), log))
        .isInstanceOf(IllegalStateException.class);
  }
}
