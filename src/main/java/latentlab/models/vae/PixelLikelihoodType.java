package latentlab.models.vae;

/** What a pixel is taken to be, given the code. */
public enum PixelLikelihoodType {
  /** A coin: the decoder gives its logit. Made for black and white, commonly used for grey too. */
  BERNOULLI,
  /** A Gaussian of fixed deviation around the decoder's value. */
  GAUSSIAN
}
