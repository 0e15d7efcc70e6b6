package latentlab.evaluation.projection;

import java.util.random.RandomGenerator;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;

/** Codes in well-separated round clusters: that of number i belongs to cluster i % clusters. */
final class Clusters {

  private Clusters() {}

  /** Codes around corners that are 10 deviations or more apart. */
  static LatentCodes of(int clusters, int count, int size) {
    RandomGenerator random = new Seed(5).generator();
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < size; j++) {
        float corner = (i % clusters) % size == j ? 12 : 0;
        values[i * size + j] = corner + (float) random.nextGaussian();
      }
    }
    return new LatentCodes(count, size, values);
  }

  /** The share of points whose nearest other point belongs to another cluster. */
  static double strangers(PlanePoints points, int clusters) {
    LatentCodes plane = new LatentCodes(points.count(), 2, points.coordinates());
    NeighbourTable table = NeighbourTable.of(plane, 1, ProjectionRun.unwatched(new Seed(1)));
    int strangers = 0;
    for (int i = 0; i < points.count(); i++) {
      strangers += table.indices()[i] % clusters == i % clusters ? 0 : 1;
    }
    return (double) strangers / points.count();
  }
}
