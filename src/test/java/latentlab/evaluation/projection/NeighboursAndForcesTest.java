package latentlab.evaluation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class NeighboursAndForcesTest {

  private static final ProjectionRun RUN = ProjectionRun.unwatched(new Seed(1));

  @Test
  void neighboursAreTheNearestOthersInOrder() {
    LatentCodes line = new LatentCodes(5, 1, new float[] {0, 10, 1, 3, 6});
    NeighbourTable table = NeighbourTable.of(line, 2, RUN);
    assertThat(table.indices()).containsExactly(2, 3, 4, 3, 0, 3, 2, 0, 3, 1);
    float[] distances = {1, 3, 4, 7, 1, 2, 2, 3, 3, 4};
    assertThat(table.distances()).containsExactly(distances);
  }

  @Test
  void ofEquallyNearPointsTheOneOfLowerNumberComesFirst() {
    LatentCodes codes = new LatentCodes(4, 1, new float[] {2, 1, -1, 0});
    assertThat(NearestPoints.to(codes, new float[] {0.5f}, 9)).containsExactly(1, 3, 0, 2);
  }

  @Test
  void aTreeOfTinyThetaAddsUpAllPairsAndAnUsualOneNearlySo() {
    double[] points =
        IntStream.range(0, 800).mapToDouble(i -> Math.sin(i * i * 0.37) * (i % 7)).toArray();
    points[10] = points[20];
    points[11] = points[21];
    QuadTree exact = new QuadTree(400, 1e-9);
    QuadTree usual = new QuadTree(4, 0.5);
    exact.fill(points);
    usual.fill(points);
    double[] sums = new double[3];
    for (int i = 0; i < 400; i += 5) {
      double[] all = allPairs(points, i);
      exact.repulsion(points[2 * i], points[2 * i + 1], sums);
      assertThat(sums).containsExactly(all, within(1e-9));
      usual.repulsion(points[2 * i], points[2 * i + 1], sums);
      assertThat(sums[2]).isCloseTo(all[2], within(0.02 * all[2]));
      assertThat(Math.hypot(sums[0] - all[0], sums[1] - all[1])).isLessThan(0.05 * all[2]);
    }
  }

  private static double[] allPairs(double[] points, int i) {
    double[] sums = new double[3];
    for (int j = 0; j < points.length / 2; j++) {
      double dx = points[2 * i] - points[2 * j];
      double dy = points[2 * i + 1] - points[2 * j + 1];
      double w = 1 / (1 + dx * dx + dy * dy);
      sums[0] += w * w * dx;
      sums[1] += w * w * dy;
      sums[2] += w;
    }
    return sums;
  }

  @Test
  void pointsAtOnePlaceDoNotMakeTheTreeEndless() {
    QuadTree tree = new QuadTree(3, 0.5);
    tree.fill(new double[] {1, 1, 1, 1, 1, 1});
    double[] sums = new double[3];
    tree.repulsion(1, 1, sums);
    assertThat(sums).containsExactly(0, 0, 3);
  }

  @Test
  void affinitiesAreSymmetricSumUpToOneAndHaveTheAskedPerplexity() {
    LatentCodes codes = LatentCodes.standardNormal(60, 4, new Seed(2), "codes");
    NeighbourTable table = NeighbourTable.of(codes, 59, RUN);
    SymmetricGraph graph = TsneAffinities.of(table, 12);
    assertSymmetric(graph);
    double sum = 0;
    for (float weight : graph.weights()) {
      sum += weight;
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
    assertThat(perplexityOfEqualDistances()).isCloseTo(9, within(1e-3));
  }

  /** With nine neighbours at one distance all are equally likely, whatever the width. */
  private static double perplexityOfEqualDistances() {
    float[] distances = new float[90];
    Arrays.fill(distances, 2);
    int[] others = IntStream.range(0, 90).map(i -> i % 9 < i / 9 ? i % 9 : i % 9 + 1).toArray();
    SymmetricGraph graph = TsneAffinities.of(new NeighbourTable(9, others, distances), 9);
    double entropy = 0;
    for (int edge = 0; edge < 9; edge++) {
      double p = graph.weights()[edge] * 10;
      entropy -= p * Math.log(p);
    }
    return Math.exp(entropy);
  }

  @Test
  void theNearestNeighbourOfEachCodeBelongsToItFully() {
    LatentCodes codes = LatentCodes.standardNormal(80, 4, new Seed(2), "codes");
    NeighbourTable table = NeighbourTable.of(codes, 10, RUN);
    SymmetricGraph graph = FuzzyNeighbours.of(table);
    assertSymmetric(graph);
    for (int i = 0; i < 80; i++) {
      int nearest = table.indices()[10 * i];
      int edge =
          Arrays.binarySearch(graph.ends(), graph.starts()[i], graph.starts()[i + 1], nearest);
      assertThat(graph.weights()[edge]).isCloseTo(1, within(1e-6f));
    }
  }

  private static void assertSymmetric(SymmetricGraph graph) {
    for (int i = 0; i < graph.starts().length - 1; i++) {
      for (int edge = graph.starts()[i]; edge < graph.starts()[i + 1]; edge++) {
        int j = graph.ends()[edge];
        int back = Arrays.binarySearch(graph.ends(), graph.starts()[j], graph.starts()[j + 1], i);
        assertThat(back).isNotNegative();
        assertThat(graph.weights()[back]).isEqualTo(graph.weights()[edge]);
      }
    }
  }

  /** The paper's curve is the least-squares fit of 1 up to 0.1 and exp(-(d - 0.1)) from there. */
  @Test
  void noOtherCurveIsNearerToTheWantedOne() {
    double best = misfit(UmapProjection.A, UmapProjection.B);
    for (double step : new double[] {-0.02, 0.02}) {
      assertThat(misfit(UmapProjection.A + step, UmapProjection.B)).isGreaterThan(best);
      assertThat(misfit(UmapProjection.A, UmapProjection.B + step)).isGreaterThan(best);
    }
    assertThat(UmapProjection.likeness(4))
        .isCloseTo(1 / (1 + UmapProjection.A * Math.pow(2, 2 * UmapProjection.B)), within(1e-12));
  }

  private static double misfit(double a, double b) {
    double sum = 0;
    for (int i = 0; i < 300; i++) {
      double d = 3 * i / 299.0;
      double wanted = d < 0.1 ? 1 : Math.exp(-(d - 0.1));
      double error = 1 / (1 + a * Math.pow(d, 2 * b)) - wanted;
      sum += error * error;
    }
    return sum;
  }
}
