package latentlab.models.vqvae;

/** How the vectors of a codebook follow what the encoder gives. */
public enum CodebookLearning {
  /** Each is the moving average of the encoder's outputs that chose it (appendix A.1). */
  MOVING_AVERAGE,
  /** Each moves along the gradient of its squared distance to them (equation 3, second term). */
  LOSS
}
