package latentlab.ui.latent.points;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;

/** Times the painting of ten thousand points into 1,200 x 800 pixels while the view moves. */
public final class ScatterBenchmark {

  private static final int FRAMES = 500;

  private ScatterBenchmark() {}

  /**
   * Prints the median and the 99th percentile, in milliseconds.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    LatentCodes codes = LatentCodes.standardNormal(10_000, 2, new Seed(1), "points");
    PointCloud cloud = Clouds.of(codes);
    PlanePoints points = new PlanePoints(codes.values());
    int[] pixels = new int[1200 * 800];
    PointPainter painter = new PointPainter(2.3, 0);
    ScatterWindow window = ScatterWindow.around(points, 1200, 800);
    double[] milliseconds = new double[FRAMES];
    for (int frame = -FRAMES; frame < FRAMES; frame++) {
      long start = System.nanoTime();
      boolean even = frame % 2 == 0;
      window = window.moved(even ? 3 : -3, even ? 1 : -1).zoomed(even ? 1.01 : 1 / 1.01, 600, 400);
      painter.paint(pixels, 1200, window, cloud, points, Set.of());
      if (frame >= 0) {
        milliseconds[frame] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(milliseconds);
    System.out.printf(
        Locale.ROOT,
        "10,000 points: p50 %.2f ms, p99 %.2f ms%n",
        milliseconds[FRAMES / 2],
        milliseconds[FRAMES * 99 / 100]);
  }
}
