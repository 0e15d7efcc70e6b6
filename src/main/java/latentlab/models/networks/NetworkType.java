package latentlab.models.networks;

/** The kinds of networks between an image and a vector. */
public enum NetworkType {
  /** Every pixel joined to every unit. */
  DENSE,
  /** Strided convolutions, whose number follows from the size of the image. */
  CONVOLUTIONAL
}
