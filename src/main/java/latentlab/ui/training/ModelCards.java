package latentlab.ui.training;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import latentlab.models.ImageDomain;
import latentlab.models.storage.ModelCard;
import latentlab.training.TrainingTask;

/** What is known about the model of a training. */
final class ModelCards {

  private ModelCards() {}

  static ModelCard of(
      TrainingTask task,
      int epochs,
      Optional<Duration> time,
      Map<String, Double> metrics,
      String programVersion) {
    return new ModelCard(
        task.family().name(),
        task.config(),
        new ImageDomain(task.dataset().shape(), task.dataset().classNames()),
        new ModelCard.Provenance(
            task.dataset().name(),
            task.dataset().fingerprint(),
            task.plan().seed().value(),
            task.plan().batchSize(),
            epochs,
            time,
            metrics,
            programVersion));
  }
}
