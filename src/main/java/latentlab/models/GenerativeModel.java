package latentlab.models;

import latentlab.storage.Tensors;

/**
 * A live model: networks and their weights. One thread owns it and alone may call it; what leaves
 * it are immutable values. What it can do is told by the capability interfaces it implements.
 */
public interface GenerativeModel extends AutoCloseable {

  /**
   * The kind of images the model takes and gives.
   *
   * @return size and classes
   */
  ImageDomain images();

  /**
   * How many numbers training changes.
   *
   * @return the count of parameters of all networks
   */
  long parameterCount();

  /**
   * Everything that must be stored to get the same model again.
   *
   * @return copies of the weights
   */
  Tensors weights();

  /**
   * Replaces the weights.
   *
   * @param weights what {@link #weights()} of a model with the same config and images gave
   * @throws latentlab.failure.InvalidInputException if names or shapes are other ones, or a value
   *     is not finite; the weights are then unchanged
   */
  void setWeights(Tensors weights);

  /**
   * What trains this model. The same object at each call; it acts on this model's weights.
   *
   * @return the trainer, owned by the thread that owns the model
   */
  ModelTrainer trainer();

  /** Gives native memory back. The model cannot be used afterwards; a second call does nothing. */
  @Override
  void close();
}
