package latentlab.models;

import latentlab.data.ImageBatch;

/** Capability: the class of a given image, and the features by which it is told. */
public interface ImageClassifier {

  /**
   * How likely each class is for each image.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return [count, classes], each row non-negative with the sum 1
   * @throws IllegalArgumentException if the images have another size than the model's
   */
  Features probabilities(ImageBatch images);

  /**
   * What the last hidden layer makes of each image.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return [count, features]
   * @throws IllegalArgumentException if the images have another size than the model's
   */
  Features features(ImageBatch images);

  /**
   * Compares images by their features, for training others with it.
   *
   * @param images what is judged, [count, height, width, channels], 0 to 1
   * @param originals what it should look like, [count, height, width, channels], 0 to 1
   * @param scale multiplies the gradient
   * @param gradient [count, height, width, channels]; is added to: scale times the derivative of
   *     the sum over the rows by each value of the images
   * @return the sum over the rows of the mean squared difference of the features
   */
  double featureDistance(ImageBatch images, ImageBatch originals, float scale, float[] gradient);

  /**
   * Numbers about images, one row each.
   *
   * @param count how many rows
   * @param size how many numbers in each
   * @param values [count, size]; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and too big to be copied.
  record Features(int count, int size, float[] values) {

    /**
     * The place of the greatest number of a row.
     *
     * @param row from 0 to count - 1
     * @return from 0 to size - 1, the first of equals
     */
    public int greatest(int row) {
      int best = 0;
      for (int i = 1; i < size; i++) {
        if (values[row * size + i] > values[row * size + best]) {
          best = i;
        }
      }
      return best;
    }
  }
}
