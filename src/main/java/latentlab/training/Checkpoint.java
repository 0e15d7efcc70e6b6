package latentlab.training;

import latentlab.models.storage.ModelCard;
import latentlab.storage.Tensors;

/**
 * Everything from which a training goes on as if it had not been broken off.
 *
 * @param card what is known about the model
 * @param weights its weights
 * @param optimizer the state of its optimisers
 * @param place how far the training has come
 */
record Checkpoint(ModelCard card, Tensors weights, Tensors optimizer, TrainingPlace place) {

  TrainingRecord record() {
    return place.record();
  }
}
