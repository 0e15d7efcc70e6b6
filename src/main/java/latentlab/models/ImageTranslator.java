package latentlab.models;

import latentlab.data.ImageBatch;

/**
 * Capability: images of one class are drawn anew as if they were of another, such as thin
 * handwriting as thick. The classes are those of {@link GenerativeModel#images()}, of which there
 * are two.
 */
public interface ImageTranslator {

  /**
   * Translates images into a class, each taken for one of the other class, whatever its label says.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param toClass the label of the class that they shall have, 0 or 1
   * @return images of the same size and order, 0 to 1, with that label
   * @throws latentlab.failure.InvalidInputException if there is no such class
   * @throws IllegalArgumentException if the images have another size than the model's
   */
  ImageBatch translate(ImageBatch images, int toClass);
}
