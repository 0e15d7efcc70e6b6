package latentlab.models.prior;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;

/**
 * Clusters of codes for a mixture to start from: k-means++ (Arthur and Vassilvitskii 2007, section
 * 2.2), then a few steps of Lloyd's algorithm.
 */
final class ClusterStart {

  private static final int STEPS = 10;

  private final LatentCodes codes;
  private final int clusters;
  private final double[] centres;
  private final int[] nearest;
  private final double[] distance;

  private ClusterStart(LatentCodes codes, int clusters) {
    this.codes = codes;
    this.clusters = clusters;
    this.centres = new double[clusters * codes.size()];
    this.nearest = new int[codes.count()];
    this.distance = new double[codes.count()];
  }

  /** The cluster of each code, from 0 to clusters - 1; some may be empty. */
  static int[] clusters(LatentCodes codes, int clusters, Seed seed) {
    ClusterStart start = new ClusterStart(codes, clusters);
    start.chooseCentres(seed.generator());
    for (int step = 0; step < STEPS; step++) {
      start.assign();
      start.moveCentres();
    }
    start.assign();
    return start.nearest;
  }

  /** Each next centre is a code chosen in proportion to its squared distance to the centres. */
  private void chooseCentres(RandomGenerator random) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    copyCentre(0, random.nextInt(codes.count()));
    for (int k = 1; k < clusters; k++) {
      double sum = 0;
      for (int i = 0; i < distance.length; i++) {
        distance[i] = Math.min(distance[i], squaredDistance(i, k - 1));
        sum += distance[i];
      }
      copyCentre(k, chosen(random.nextDouble() * sum));
    }
  }

  private int chosen(double place) {
    double left = place;
    for (int i = 0; i < distance.length; i++) {
      left -= distance[i];
      if (left < 0) {
        return i;
      }
    }
    return distance.length - 1;
  }

  private void copyCentre(int cluster, int code) {
    int size = codes.size();
    for (int j = 0; j < size; j++) {
      centres[cluster * size + j] = codes.values()[code * size + j];
    }
  }

  private double squaredDistance(int code, int cluster) {
    int size = codes.size();
    double sum = 0;
    for (int j = 0; j < size; j++) {
      double difference = codes.values()[code * size + j] - centres[cluster * size + j];
      sum += difference * difference;
    }
    return sum;
  }

  private void assign() {
    for (int i = 0; i < nearest.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < clusters; k++) {
        double candidate = squaredDistance(i, k);
        if (candidate < least) {
          least = candidate;
          nearest[i] = k;
        }
      }
    }
  }

  /** A cluster without codes keeps its centre. */
  private void moveCentres() {
    int size = codes.size();
    int[] counts = new int[clusters];
    double[] sums = new double[centres.length];
    for (int i = 0; i < nearest.length; i++) {
      counts[nearest[i]]++;
      for (int j = 0; j < size; j++) {
        sums[nearest[i] * size + j] += codes.values()[i * size + j];
      }
    }
    for (int at = 0; at < sums.length; at++) {
      if (counts[at / size] > 0) {
        centres[at] = sums[at] / counts[at / size];
      }
    }
  }
}
