package latentlab.evaluation.projection;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Times one t-SNE and one UMAP of ten thousand codes of 16 dimensions, in ten clusters. */
public final class ProjectionBenchmark {

  private ProjectionBenchmark() {}

  /**
   * Prints the seconds until the first picture and until the end, and the share of neighbours kept.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    LatentCodes codes = Clusters.of(10, 10_000, 16);
    time("t-SNE", new TsneProjection(), codes);
    time("UMAP", new UmapProjection(), codes);
  }

  private static void time(String name, Projection projection, LatentCodes codes) {
    AtomicLong first = new AtomicLong();
    long start = System.nanoTime();
    ProjectionRun run =
        new ProjectionRun(
            new Seed(1),
            Progress.NONE,
            new Cancellation(),
            picture -> first.compareAndSet(0, System.nanoTime()),
            System::nanoTime);
    PlanePoints points = projection.project(codes, run);
    long end = System.nanoTime();
    double kept =
        NeighbourPreservation.share(codes, points, 10, ProjectionRun.unwatched(new Seed(1)));
    System.out.printf(
        Locale.ROOT,
        "%s: first picture %.2f s, all %.1f s, neighbours kept %.3f, strangers %.4f%n",
        name,
        (first.get() - start) / 1e9,
        (end - start) / 1e9,
        kept,
        Clusters.strangers(points, 10));
  }
}
