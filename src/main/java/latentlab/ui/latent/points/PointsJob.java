package latentlab.ui.latent.points;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import latentlab.evaluation.projection.NeighbourPreservation;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.evaluation.projection.Projection;
import latentlab.evaluation.projection.ProjectionRun;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** What is done in the background for one picture of points: load, encode, project, judge. */
final class PointsJob implements Runnable {

  private static final int NEIGHBOURS = 10;

  private final Work work;
  private final Results results;
  private final Progress progress;
  private final Cancellation cancellation = new Cancellation();

  /** Does nothing yet; {@code results} are told by the thread that runs this. */
  PointsJob(Work work, Results results, Progress progress) {
    this.work = work;
    this.results = results;
    this.progress = progress;
  }

  /** Ends the work soon; nothing is told any more but that it has ended. */
  void cancel() {
    cancellation.cancel();
  }

  @Override
  public void run() {
    try {
      cancellation.throwIfRequested();
      PointCloud cloud = work.cloud().load(progress, cancellation);
      results.loaded(cloud);
      if (work.projection().isPresent()) {
        PlanePoints points = work.projection().get().project(cloud.codes(), watched());
        results.projected(points);
        results.judged(NeighbourPreservation.share(cloud.codes(), points, NEIGHBOURS, unseen()));
      }
      results.ended(Optional.empty());
    } catch (CancellationException cancelled) {
      results.ended(Optional.empty());
    } catch (RuntimeException | Error failure) {
      results.ended(Optional.of(failure));
    }
  }

  private ProjectionRun watched() {
    return new ProjectionRun(
        work.seed(), progress, cancellation, results::projected, System::nanoTime);
  }

  private ProjectionRun unseen() {
    return new ProjectionRun(
        work.seed(), Progress.NONE, cancellation, points -> {}, System::nanoTime);
  }

  /**
   * What is to be done.
   *
   * @param cloud gives the points
   * @param projection computes their places; empty if there is nothing to compute
   * @param seed decides what is random
   */
  record Work(Loading cloud, Optional<Projection> projection, Seed seed) {}

  /** Gives points, perhaps after long work. */
  @FunctionalInterface
  interface Loading {

    /** The points, which may be there already. */
    PointCloud load(Progress progress, Cancellation cancellation);

    /** Points that are there already. */
    static Loading of(Supplier<PointCloud> cloud) {
      return (progress, cancellation) -> cloud.get();
    }
  }

  /** Takes what the work gives, on the thread that works. */
  interface Results {

    /** The points are there. */
    void loaded(PointCloud cloud);

    /** A picture, of which better ones may follow. */
    void projected(PlanePoints points);

    /** The share of neighbours that the last picture keeps, 0 to 1. */
    void judged(double share);

    /** Nothing follows: it is done, was cancelled, or failed. */
    void ended(Optional<Throwable> failure);
  }
}
