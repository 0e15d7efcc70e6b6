package latentlab.models.networks;

/** How far a reconstruction is from its original. */
public enum PixelLoss {
  /** The squared error, as a mean over the pixels. */
  MSE,
  /** The binary cross-entropy, as a sum over the pixels, in nats. */
  BINARY_CROSS_ENTROPY
}
