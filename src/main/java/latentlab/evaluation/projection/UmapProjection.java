package latentlab.evaluation.projection;

import java.util.random.RandomGenerator;
import latentlab.models.LatentCodes;

/**
 * UMAP (McInnes, Healy and Melville 2018). Points of neighbouring codes ({@link FuzzyNeighbours})
 * attract each other, and points drawn at random repel each other, by stochastic gradient descent
 * on the cross entropy between the two fuzzy graphs (algorithm 5 there). With d the distance of two
 * points, their likeness is
 *
 * <pre>{@code
 * phi(d) = 1 / (1 + a d^(2b))
 * attraction:  -2ab d^(2(b-1)) / (1 + a d^(2b)) (y_i - y_j)
 * repulsion:    2b / ((0.001 + d^2) (1 + a d^(2b))) (y_i - y_j)
 * }</pre>
 *
 * <p>15 neighbours, 500 epochs, 5 random points for each attraction, a learning rate that falls
 * from 1 to 0, and steps of at most 4, as in the authors' own program. Other than there: neighbours
 * are exact instead of approximate, and the points start at the principal components instead of the
 * graph's eigenvectors, so that there is a picture at once.
 */
public final class UmapProjection implements Projection {

  /**
   * The curve that is nearest to exp(-(d - 0.1)), and to 1 below 0.1, by least squares over 300
   * distances from 0 to 3: the paper's default of 0.1 for the least distance.
   */
  static final double A = 1.5769;

  /** See {@link #A}. */
  static final double B = 0.8951;

  private static final int NEIGHBOURS = 15;
  private static final int EPOCHS = 500;
  private static final int RANDOM_POINTS = 5;
  private static final double LARGEST_STEP = 4;
  private static final double START_DEVIATION = 4;
  private static final double START_NOISE = 1e-3;
  private static final int FEWEST = 5;
  private static final String WHAT = "UMAP";

  /** The projection. */
  public UmapProjection() {}

  @Override
  public PlanePoints project(LatentCodes codes, ProjectionRun run) {
    if (codes.count() < FEWEST) {
      return new PrincipalPlane().project(codes, run);
    }
    run.report(0, codes.count(), WHAT);
    RandomGenerator random = run.seed().derive("umap").generator();
    float[] points = start(codes, random);
    run.offer(() -> new PlanePoints(points.clone()));
    int neighbours = Math.min(NEIGHBOURS, codes.count() - 1);
    NeighbourTable table = NeighbourTable.of(codes, neighbours, run);
    Descent descent = new Descent(points, FuzzyNeighbours.of(table), random);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      run.report(epoch, EPOCHS, WHAT);
      descent.runEpoch(1 - (double) epoch / EPOCHS);
      run.offer(() -> new PlanePoints(points.clone()));
    }
    run.report(EPOCHS, EPOCHS, WHAT);
    return new PlanePoints(points);
  }

  /** A little noise parts codes that are equal. */
  private static float[] start(LatentCodes codes, RandomGenerator random) {
    double[] plane = PrincipalPlane.scaled(codes, START_DEVIATION);
    float[] points = new float[plane.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = (float) (plane[i] + START_NOISE * random.nextGaussian());
    }
    return points;
  }

  /** The likeness of two points, by the square of their distance. */
  static double likeness(double square) {
    return 1 / (1 + A * Math.pow(square, B));
  }

  /** The points on their way. An edge of weight w has its turn in a share w / max(w) of epochs. */
  private static final class Descent {

    private final float[] points;
    private final SymmetricGraph graph;
    private final RandomGenerator random;
    private final float[] turns;
    private final float largest;

    Descent(float[] points, SymmetricGraph graph, RandomGenerator random) {
      this.points = points;
      this.graph = graph;
      this.random = random;
      turns = new float[graph.weights().length];
      float most = 0;
      for (float weight : graph.weights()) {
        most = Math.max(most, weight);
      }
      largest = most;
    }

    void runEpoch(double rate) {
      int count = points.length / 2;
      for (int i = 0; i < count; i++) {
        for (int edge = graph.starts()[i]; edge < graph.starts()[i + 1]; edge++) {
          float share = graph.weights()[edge] / largest;
          if (isDue(edge, share)) {
            attract(i, graph.ends()[edge], rate);
            for (int k = 0; k < RANDOM_POINTS; k++) {
              repel(i, random.nextInt(count), rate);
            }
          }
        }
      }
    }

    private boolean isDue(int edge, float share) {
      turns[edge] += share;
      if (turns[edge] >= 1) {
        turns[edge] -= 1;
        return true;
      }
      return false;
    }

    private void attract(int i, int j, double rate) {
      double dx = points[2 * i] - points[2 * j];
      double dy = points[2 * i + 1] - points[2 * j + 1];
      double square = dx * dx + dy * dy;
      if (square > 0) {
        double power = Math.pow(square, B);
        double pull = -2 * A * B * power / square / (1 + A * power);
        move(i, pull * dx, pull * dy, rate);
        move(j, -pull * dx, -pull * dy, rate);
      }
    }

    private void repel(int i, int j, double rate) {
      double dx = points[2 * i] - points[2 * j];
      double dy = points[2 * i + 1] - points[2 * j + 1];
      double square = dx * dx + dy * dy;
      if (i != j) {
        double push = 2 * B * likeness(square) / (0.001 + square);
        move(i, push * dx, push * dy, rate);
      }
    }

    private void move(int i, double x, double y, double rate) {
      points[2 * i] += (float) (rate * clip(x));
      points[2 * i + 1] += (float) (rate * clip(y));
    }

    private static double clip(double step) {
      return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
    }
  }
}
