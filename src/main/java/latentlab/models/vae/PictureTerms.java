package latentlab.models.vae;

import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.losses.StructuralSimilarity;
import latentlab.models.ImageClassifier;

/**
 * The parts of the loss that look at whole pictures: gamma (1 - SSIM) (Wang et al. 2004) and the
 * distance in a classifier's features (Johnson et al. 2016). For the thread that owns the model.
 */
final class PictureTerms {

  private final ImageShape shape;
  private final double similarityWeight;
  private final double perceptualWeight;
  private final StructuralSimilarity similarity;
  private final Optional<ImageClassifier> classifier;
  private final MatrixBuffer pictures;

  /**
   * Chooses the terms.
   *
   * @param shape of the pictures
   * @param similarityWeight gamma; 0 is without the term
   * @param perceptualWeight of the distance in features; 0 is without the term
   * @param classifier gives the features; present if they have a weight
   */
  PictureTerms(
      ImageShape shape,
      double similarityWeight,
      double perceptualWeight,
      Optional<ImageClassifier> classifier) {
    this.shape = shape;
    this.similarityWeight = similarityWeight;
    this.perceptualWeight = perceptualWeight;
    this.classifier = classifier;
    similarity = new StructuralSimilarity(shape.height(), shape.width(), shape.channels(), 1);
    pictures = new MatrixBuffer(shape.size());
  }

  /** Whether there is any. */
  boolean areWanted() {
    return similarityWeight > 0 || perceptualWeight > 0;
  }

  /**
   * Computes the terms.
   *
   * @param decoded [rows, pixels], 0 to 1
   * @param originals [rows, pixels], 0 to 1
   * @param rows how many pictures
   * @param gradient [rows, pixels]; the derivative of the mean over the rows of the weighted terms
   *     is added to it
   * @param parts receives the mean of each term, not weighted
   * @return the mean of the weighted terms
   */
  double lossAndGradient(
      float[] decoded, float[] originals, int rows, float[] gradient, Map<String, Double> parts) {
    double total = 0;
    if (similarityWeight > 0) {
      double dissimilarity = addSimilarity(decoded, originals, rows, gradient) / rows;
      parts.put("ssim", dissimilarity);
      total += similarityWeight * dissimilarity;
    }
    if (perceptualWeight > 0) {
      double distance = addPerceptual(decoded, originals, gradient) / rows;
      parts.put("perceptual", distance);
      total += perceptualWeight * distance;
    }
    return total;
  }

  private double addSimilarity(float[] decoded, float[] originals, int rows, float[] gradient) {
    Matrix images = pictures.fill(decoded, 0, rows);
    double sum = similarity.lossAndGradient(images, originals, (float) (similarityWeight / rows));
    float[] slope = new float[gradient.length];
    images.copyTo(slope);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += slope[i];
    }
    return sum;
  }

  private double addPerceptual(float[] decoded, float[] originals, float[] gradient) {
    int rows = decoded.length / shape.size();
    return classifier
        .orElseThrow()
        .featureDistance(
            ImageBatch.unlabelled(shape, decoded),
            ImageBatch.unlabelled(shape, originals),
            (float) (perceptualWeight / rows),
            gradient);
  }

  /** Gives native memory back. */
  void close() {
    pictures.close();
  }
}
