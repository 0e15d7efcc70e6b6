package latentlab.ui.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latentlab.models.GenerativeModel;
import latentlab.models.LossTerms;
import latentlab.models.description.ModelDescription;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;
import latentlab.training.Training;
import latentlab.training.TrainingCurves;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingTask;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.training.chart.LossHistory;

/** The model of one training and what is known about it so far. For the JavaFX thread. */
final class TrainedModel {

  private final TrainingTask task;
  private final String title;
  private final String programVersion;
  private final ModelReplica replica;
  private final Training training;
  private final LossHistory history;
  private int epochs;
  private Optional<Duration> time = Optional.empty();
  private Map<String, Double> metrics = Map.of();

  TrainedModel(
      TrainingTask task,
      String title,
      String programVersion,
      ModelReplica replica,
      Training training,
      LossHistory history) {
    this.training = training;
    this.history = history;
    this.title = title;
    this.task = task;
    this.programVersion = programVersion;
    this.replica = replica;
  }

  ModelReplica replica() {
    return replica;
  }

  String title() {
    return title;
  }

  void measured(EpochCompleted epoch) {
    epochs = epoch.epoch();
    time = training.time();
    LossTerms validation = epoch.validation();
    Map<String, Double> measured = new LinkedHashMap<>();
    measured.put("validation_total", validation.total());
    validation.parts().forEach((term, value) -> measured.put("validation_" + term, value));
    metrics = measured;
  }

  ExploredModel explored(String title, boolean live) {
    return new ExploredModel(title, card(), replica, live);
  }

  /** The model in words, to be asked for on the thread of the replica. */
  ModelDescription description(Path folder, ModelCard card, GenerativeModel live) {
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return ModelDescription.of(name, task.family(), card, live);
  }

  /** The losses so far, as a copy. */
  TrainingCurves curves() {
    return StoredTraining.curvesOf(history, task.plan().epochs());
  }

  ModelCard card() {
    return ModelCards.of(task, epochs, time, metrics, programVersion);
  }
}
