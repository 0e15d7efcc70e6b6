package latentlab.models;

/**
 * Capability: images are made from points of a continuous space and a class. The model's classes
 * are those of {@link GenerativeModel#images()}, of which there is at least one.
 */
public interface ClassConditional {

  /**
   * The latent space as it is for one class. If the model is also able to encode, then the result
   * is an {@link Encoder}, which takes every image for one of that class; if codes can be searched
   * for, an {@link Inverter}, which does so too. To decode the code of one class in the space of
   * another keeps the style and changes the class.
   *
   * @param label from 0 to the number of classes - 1
   * @return a view of the model, with the same owner
   * @throws latentlab.failure.InvalidInputException if there is no such class
   */
  LatentSpace ofClass(int label);
}
