package latentlab.evaluation.projection;

import java.util.Arrays;
import latentlab.models.LatentCodes;

/**
 * t-SNE with the trees of Barnes and Hut (van der Maaten, "Accelerating t-SNE using Tree-Based
 * Algorithms", JMLR 2014). With p_ij the likeness of codes ({@link TsneAffinities}) and w_ij = 1 /
 * (1 + |y_i - y_j|^2) that of points, it follows the gradient of KL(P || Q), equation 4 there:
 *
 * <pre>{@code
 * dC/dy_i = 4 (sum_j p_ij w_ij (y_i - y_j)  -  sum_j w_ij^2 (y_i - y_j) / Z),   Z = sum_kl w_kl
 * }</pre>
 *
 * <p>The first sum runs over the neighbours; the second and Z are summed by squares with theta 0.5.
 * As in the paper: perplexity 30, three times as many neighbours, 250 iterations with P exaggerated
 * by 12 and momentum 0.5, then momentum 0.8, gains for each coordinate. Other than there: the
 * points start at the principal components, at a small scale (Kobak and Berens 2019), so that the
 * same codes make the same picture for every seed; the learning rate grows with the number of
 * points (Belkina et al. 2019), n / 48 but at least 50 for the gradient as written above.
 */
public final class TsneProjection implements Projection {

  private static final int ITERATIONS = 1000;
  private static final int EXAGGERATED = 250;
  private static final double EXAGGERATION = 12;
  private static final double PERPLEXITY = 30;
  private static final double THETA = 0.5;
  private static final double START_DEVIATION = 1e-4;
  private static final int FEWEST = 5;
  private static final String WHAT = "t-SNE";

  /** The projection. */
  public TsneProjection() {}

  @Override
  public PlanePoints project(LatentCodes codes, ProjectionRun run) {
    if (codes.count() < FEWEST) {
      return new PrincipalPlane().project(codes, run);
    }
    run.report(0, codes.count(), WHAT);
    double[] points = PrincipalPlane.scaled(codes, START_DEVIATION);
    run.offer(() -> snapshot(points));
    double perplexity = Math.min(PERPLEXITY, (codes.count() - 1) / 3.0);
    NeighbourTable table = NeighbourTable.of(codes, (int) (3 * perplexity), run);
    Descent descent = new Descent(points, TsneAffinities.of(table, perplexity));
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      run.report(iteration, ITERATIONS, WHAT);
      boolean early = iteration < EXAGGERATED;
      descent.step(early ? EXAGGERATION : 1, early ? 0.5 : 0.8);
      run.offer(() -> snapshot(points));
    }
    run.report(ITERATIONS, ITERATIONS, WHAT);
    return snapshot(points);
  }

  private static PlanePoints snapshot(double[] points) {
    float[] copy = new float[points.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (float) points[i];
    }
    return new PlanePoints(copy);
  }

  /** The points on their way, with the speed and the gain of each coordinate. */
  private static final class Descent {

    private static final double LEAST_GAIN = 0.01;

    private final double[] points;
    private final SymmetricGraph affinities;
    private final QuadTree tree;
    private final double[] repulsion;
    private final double[] sums;
    private final double[] speeds;
    private final double[] gains;
    private final double learningRate;

    Descent(double[] points, SymmetricGraph affinities) {
      this.points = points;
      this.affinities = affinities;
      int count = points.length / 2;
      tree = new QuadTree(count, THETA);
      repulsion = new double[points.length];
      sums = new double[Chunks.count(count)];
      speeds = new double[points.length];
      gains = new double[points.length];
      Arrays.fill(gains, 1);
      learningRate = Math.max(count / EXAGGERATION / 4, 50);
    }

    void step(double exaggeration, double momentum) {
      int count = points.length / 2;
      tree.fill(points);
      Chunks.forEach(count, this::sumRepulsion);
      // Added in the order of the chunks: in any other the last digits, and so the picture, differ.
      double normalisation = Math.max(Double.MIN_NORMAL, Arrays.stream(sums).sum());
      Chunks.forEach(
          count,
          (chunk, first, end) -> accelerate(first, end, exaggeration, normalisation, momentum));
      double[] centre = new double[2];
      for (int i = 0; i < points.length; i++) {
        points[i] += speeds[i];
        centre[i % 2] += points[i] / count;
      }
      for (int i = 0; i < points.length; i++) {
        points[i] -= centre[i % 2];
      }
    }

    private void sumRepulsion(int chunk, int first, int end) {
      double[] found = new double[3];
      double total = 0;
      for (int i = first; i < end; i++) {
        tree.repulsion(points[2 * i], points[2 * i + 1], found);
        repulsion[2 * i] = found[0];
        repulsion[2 * i + 1] = found[1];
        total += found[2] - 1; // The point itself has w = 1 and exerts no force.
      }
      sums[chunk] = total;
    }

    private void accelerate(
        int first, int end, double exaggeration, double normalisation, double momentum) {
      for (int i = first; i < end; i++) {
        double attractionX = 0;
        double attractionY = 0;
        for (int edge = affinities.starts()[i]; edge < affinities.starts()[i + 1]; edge++) {
          int j = affinities.ends()[edge];
          double dx = points[2 * i] - points[2 * j];
          double dy = points[2 * i + 1] - points[2 * j + 1];
          double pull = affinities.weights()[edge] / (1 + dx * dx + dy * dy);
          attractionX += pull * dx;
          attractionY += pull * dy;
        }
        double scale = exaggeration * 4;
        accelerate(2 * i, scale * attractionX - 4 * repulsion[2 * i] / normalisation, momentum);
        accelerate(
            2 * i + 1, scale * attractionY - 4 * repulsion[2 * i + 1] / normalisation, momentum);
      }
    }

    /** The delta-bar-delta rule (Jacobs 1988): gains grow where the direction stays. */
    private void accelerate(int coordinate, double gradient, double momentum) {
      boolean onward = Math.signum(gradient) != Math.signum(speeds[coordinate]);
      double gain = onward ? gains[coordinate] + 0.2 : gains[coordinate] * 0.8;
      gains[coordinate] = Math.max(LEAST_GAIN, gain);
      speeds[coordinate] =
          momentum * speeds[coordinate] - learningRate * gains[coordinate] * gradient;
    }
  }
}
