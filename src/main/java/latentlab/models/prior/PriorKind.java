package latentlab.models.prior;

/** The kinds of priors; their equations are in the package documentation. */
public enum PriorKind {
  /** N(0, I), whatever the codes are. */
  STANDARD,
  /** The codes' own mean and covariance. */
  GAUSSIAN,
  /** A mixture of Gaussians with full covariances. */
  MIXTURE,
  /** A normalizing flow, RealNVP. */
  FLOW
}
