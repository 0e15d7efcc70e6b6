package latentlab.evaluation.projection;

import latentlab.models.LatentCodes;

/** A way to put codes of any number of dimensions on a plane. Stateless; any thread may call. */
public interface Projection {

  /**
   * Computes the places of all codes; may take a minute for ten thousand.
   *
   * @param codes [count, size]
   * @param run decides what is random, is told of progress and pictures, and may end it early
   * @return a point for each code, in the same order; the same for the same seed
   * @throws latentlab.failure.InvalidInputException if a code holds what is not a finite number
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  PlanePoints project(LatentCodes codes, ProjectionRun run);
}
