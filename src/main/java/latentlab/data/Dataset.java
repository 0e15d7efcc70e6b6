package latentlab.data;

import java.util.List;

/**
 * Images to train on, to watch the training with, and to measure the result with.
 *
 * @param name a short name for files and options, such as {@code mnist} or {@code synthetic}
 * @param train what a model learns from
 * @param validation held out of the training part: watched while training, never learnt from
 * @param test touched only to measure a finished model
 * @param classNames the name of each class, in the order of the labels; empty without labels
 * @param fingerprint SHA-256 over the pixels and labels of all parts, in hexadecimal
 */
public record Dataset(
    String name,
    ImageSet train,
    ImageSet validation,
    ImageSet test,
    List<String> classNames,
    String fingerprint) {

  /** Copies the class names. */
  public Dataset {
    classNames = List.copyOf(classNames);
  }

  /**
   * The size of each image, the same in all parts.
   *
   * @return height, width and channels
   */
  public ImageShape shape() {
    return train.shape();
  }
}
