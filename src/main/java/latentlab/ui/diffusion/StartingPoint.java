package latentlab.ui.diffusion;

/** Where the way begins. */
enum StartingPoint {
  /** Pure noise. */
  NOISE,
  /** One's own image with noise up to a step, to be denoised from there. */
  NOISED_IMAGE,
  /** One's own image, of which a part is to be made anew. */
  PART_OF_IMAGE,
  /** One's own image becomes noise; no network takes part. */
  FORWARD
}
