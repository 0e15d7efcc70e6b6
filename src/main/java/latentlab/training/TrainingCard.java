package latentlab.training;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.models.ImageDomain;
import latentlab.models.storage.ModelCard;

/** Writes the card of the model that a task trains. */
final class TrainingCard {

  private TrainingCard() {}

  static ImageDomain images(TrainingTask task) {
    return new ImageDomain(task.dataset().shape(), task.dataset().classNames());
  }

  /** The card after the epochs of a record; its metrics are the last epoch's validation losses. */
  static ModelCard of(TrainingTask task, TrainingRecord record, String programVersion) {
    TrainingHistory history = record.history();
    Map<String, Double> metrics = new LinkedHashMap<>();
    history
        .last()
        .map(TrainingHistory.Epoch::validation)
        .ifPresent(
            loss -> {
              metrics.put("validation_total", loss.total());
              loss.parts().forEach((name, value) -> metrics.put("validation_" + name, value));
            });
    Dataset dataset = task.dataset();
    return new ModelCard(
        task.family().name(),
        task.config(),
        images(task),
        new ModelCard.Provenance(
            dataset.name(),
            dataset.fingerprint(),
            task.plan().seed().value(),
            task.plan().batchSize(),
            history.size(),
            record.time(),
            metrics,
            programVersion));
  }
}
