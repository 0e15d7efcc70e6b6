package latentlab.evaluation;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.losses.StructuralSimilarity;

/** {@link Metrics#RECONSTRUCTION_SSIM}, gathered batch by batch. */
final class Similarity {

  private double sum;
  private long images;

  /** Takes some images in, of which there are as many on both sides. */
  void add(ImageBatch reconstructions, ImageBatch originals) {
    ImageShape shape = originals.shape();
    Matrix memory = Matrix.allocate(originals.count(), shape.size());
    memory.copyFrom(reconstructions.pixels());
    double lost =
        new StructuralSimilarity(shape.height(), shape.width(), shape.channels(), 1)
            .loss(memory, originals.pixels());
    memory.close();
    sum += originals.count() - lost;
    images += originals.count();
  }

  /** The mean over all images taken in, of which there must be one. */
  double mean() {
    return sum / images;
  }
}
