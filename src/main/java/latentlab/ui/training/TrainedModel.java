package latentlab.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.LossTerms;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingTask;
import latentlab.ui.session.ExploredModel;

/** The model of one training and what is known about it so far. For the JavaFX thread. */
final class TrainedModel {

  private final TrainingTask task;
  private final String title;
  private final String programVersion;
  private final ModelReplica replica;
  private int epochs;
  private Map<String, Double> metrics = Map.of();

  TrainedModel(TrainingTask task, String title, String programVersion, ModelReplica replica) {
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
    LossTerms validation = epoch.validation();
    Map<String, Double> measured = new LinkedHashMap<>();
    measured.put("validation_total", validation.total());
    validation.parts().forEach((term, value) -> measured.put("validation_" + term, value));
    metrics = measured;
  }

  ExploredModel explored(String title, boolean live) {
    return new ExploredModel(title, card(), replica, live);
  }

  ModelCard card() {
    return ModelCards.of(task, epochs, metrics, programVersion);
  }
}
