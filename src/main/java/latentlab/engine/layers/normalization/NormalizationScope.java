package latentlab.engine.layers.normalization;

/** Over what an example is normalised. */
public enum NormalizationScope {
  /** All values together; each has its own scale and shift. */
  EXAMPLE,
  /** The channels of each pixel by themselves; each channel has its own scale and shift. */
  PIXEL
}
