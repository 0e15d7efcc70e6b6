package latentlab.models.vqvae;

import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.PrimitivesChoice;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.embedding.Embedding;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.random.Seed;

/**
 * The vectors e_1 to e_K, and the search among them. They are the weights of an embedding, so that
 * they can be trained by a gradient as any network's.
 */
final class Codebook implements AutoCloseable {

  /** Vectors that are compared with the codebook at once: their scores stay in the cache. */
  private static final int ROWS = 256;

  private final int size;
  private final int dimensions;
  private final Network network;
  private final Primitives primitives;
  private final MatrixBuffer chunk;
  private final MatrixBuffer indexInput;
  private final BatchMemory<Matrix> products;
  private final BatchMemory<float[]> indices = new BatchMemory<>(float[]::new, released -> {});
  private final Matrix book;
  private final float[] vectors;
  private final float[] squaredLengths;
  private final float[] scores;

  Codebook(int size, int dimensions, double learningRate, Seed seed) {
    this.size = size;
    this.dimensions = dimensions;
    FeatureShape index = FeatureShape.vector(1);
    List<Embedding> embedding = List.of(new Embedding(size, dimensions));
    this.network =
        Network.of(
            NetworkPlan.sequence("codebook", index, embedding), new Adam(learningRate), seed);
    this.primitives = PrimitivesChoice.make();
    this.chunk = new MatrixBuffer(dimensions);
    this.indexInput = new MatrixBuffer(1);
    this.products = new BatchMemory<>(rows -> Matrix.allocate(rows, size), Matrix::close);
    this.book = Matrix.allocate(size, dimensions);
    this.vectors = new float[size * dimensions];
    this.squaredLengths = new float[size];
    this.scores = new float[ROWS * size];
  }

  /** K. */
  int size() {
    return size;
  }

  /** D. */
  int dimensions() {
    return dimensions;
  }

  /** What holds the vectors, for those who store them. */
  Network network() {
    return network;
  }

  /** A copy of the vectors, [K, D]. */
  float[] vectors() {
    float[] copy = new float[vectors.length];
    network.parameters().get(0, copy);
    return copy;
  }

  /** Replaces the vectors, [K, D]. */
  void setVectors(float[] values) {
    network.parameters().put(0, values, 0, vectors.length);
  }

  /**
   * Finds the code of each vector, {@code argmin_k |z - e_k|^2} (equation 1), the first of equals.
   *
   * @param encodings z, [count, D]
   * @param count how many
   * @param codes receives [count]
   */
  void nearest(float[] encodings, int count, int[] codes) {
    readVectors();
    for (int from = 0; from < count; from += ROWS) {
      int rows = Math.min(ROWS, count - from);
      Matrix product = products.forRows(rows);
      primitives.products().timesTransposed(chunk.fill(encodings, from, rows), book, product);
      product.copyTo(scores);
      for (int row = 0; row < rows; row++) {
        codes[from + row] = nearestByProduct(row * size);
      }
    }
  }

  /** As |z|^2 is the same for all codes, |e|^2 - 2 z.e tells which is the nearest. */
  private int nearestByProduct(int start) {
    int best = 0;
    float least = Float.POSITIVE_INFINITY;
    for (int k = 0; k < size; k++) {
      float score = squaredLengths[k] - 2 * scores[start + k];
      if (score < least) {
        least = score;
        best = k;
      }
    }
    return best;
  }

  private void readVectors() {
    network.parameters().get(0, vectors);
    book.copyFrom(vectors);
    for (int k = 0; k < size; k++) {
      float sum = 0;
      for (int i = k * dimensions; i < (k + 1) * dimensions; i++) {
        sum += vectors[i] * vectors[i];
      }
      squaredLengths[k] = sum;
    }
  }

  /**
   * The vectors of some codes.
   *
   * @param codes [count], each from 0 to K - 1
   * @param count how many
   * @param target receives [count, D]
   */
  void lookUp(int[] codes, int count, float[] target) {
    network.parameters().get(0, vectors);
    for (int i = 0; i < count; i++) {
      System.arraycopy(vectors, codes[i] * dimensions, target, i * dimensions, dimensions);
    }
  }

  /**
   * Computes the gradient of {@code scale * sum |sg[z] - e|^2}, the codebook term of equation 3.
   *
   * @param encodings z, [count, D]
   * @param codes [count]
   * @param count how many
   * @param scale multiplies it
   */
  void computeGradient(float[] encodings, int[] codes, int count, float scale) {
    float[] index = indices.forRows(count);
    for (int i = 0; i < count; i++) {
      index[i] = codes[i];
    }
    Matrix chosen = network.forward(indexInput.fill(index, 0, count));
    float[] error = new float[count * dimensions];
    chosen.copyTo(error);
    for (int i = 0; i < error.length; i++) {
      error[i] = 2 * scale * (error[i] - encodings[i]);
    }
    chosen.copyFrom(error);
    network.backwardWithoutInputError(chosen);
  }

  @Override
  public void close() {
    network.close();
    chunk.close();
    indexInput.close();
    products.clear();
    book.close();
    primitives.close();
  }
}
