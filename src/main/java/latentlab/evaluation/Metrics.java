package latentlab.evaluation;

/** The names of what is measured, and what each means. */
public final class Metrics {

  /**
   * The mean over all images and pixels of the squared difference between a pixel (0 to 1) and the
   * same pixel of the reconstruction without noise (for a VAE, decoded from the mean of q(z|x)). At
   * least 0. Of models that are a {@link latentlab.models.Reconstructor}.
   */
  public static final String RECONSTRUCTION_MSE = "reconstruction_mse";

  /**
   * The binary cross-entropy {@code -sum(x log y + (1 - x) log(1 - y))} of a pixel x (0 to 1) and
   * the same pixel y of the reconstruction without noise, summed over the pixels, as a mean over
   * the images, in nats per image (Vincent et al. 2010, section 2.2, the loss of equation 7 taken
   * for each pixel). y is kept {@value BinaryCrossEntropy#MARGIN} away from 0 and 1, so that one
   * wrong pixel costs at most 13.8 nats. At least 0; above 0 even for a perfect reconstruction, as
   * pixels are grey. Unlike {@link #RECONSTRUCTION_BCE} it has no noise and says nothing of a
   * likelihood, so that all models that are a {@link latentlab.models.Reconstructor} have it.
   */
  public static final String RECONSTRUCTION_CROSS_ENTROPY = "reconstruction_cross_entropy";

  /**
   * The mean structural similarity of images and their reconstructions without noise (SSIM; Wang,
   * Bovik, Sheikh and Simoncelli 2004, equations 13 and 17), with a Gaussian window of 11 x 11
   * pixels and sigma 1.5 where it fits whole: no edge is padded, so that pixels near the border
   * count less. See {@link latentlab.engine.losses.StructuralSimilarity}. At most 1, for equal
   * images; above -1. Of models that are a {@link latentlab.models.Reconstructor}.
   */
  public static final String RECONSTRUCTION_SSIM = "reconstruction_ssim";

  /**
   * The part of the reconstructions, without noise, that a classifier takes for the class of the
   * original's label, 0 to 1. Of models that are a {@link latentlab.models.Reconstructor}, with a
   * classifier and labelled images.
   */
  public static final String RECONSTRUCTION_ACCURACY = "reconstruction_accuracy";

  /**
   * As {@link #RECONSTRUCTION_MSE}, where the model is given a corrupted image and the difference
   * is that to the clean one (Vincent et al. 2010, section 3.2). The corruption is Gaussian noise
   * of a standard deviation that was asked for, clipped to 0 to 1; or, of models that are a {@link
   * latentlab.models.Denoiser}, that of their training.
   */
  public static final String DENOISING_MSE = "denoising_mse";

  /**
   * E_q[-log p(x|z)], the first term of the evidence lower bound (Kingma and Welling 2014, equation
   * 3), as a mean over the images, in nats per image, estimated with one sample of q(z|x) for each.
   * With a Bernoulli likelihood, the binary cross-entropy summed over the pixels; as pixels are
   * grey and not 0 or 1, it is then above 0 even for a perfect reconstruction. Of models that are
   * an {@link latentlab.models.EvidenceBound}.
   */
  public static final String RECONSTRUCTION_BCE = "reconstruction_bce";

  /**
   * KL(q(z|x) || p(z)), the second term of the bound (Kingma and Welling 2014, equation 3 and
   * appendix B), as a mean over the images, in nats per image. At least 0. Of models that are an
   * {@link latentlab.models.EvidenceBound}.
   */
  public static final String KL = "kl";

  /**
   * The evidence lower bound, {@code -(reconstruction_bce + kl)}, with the divergence at weight 1
   * whatever weight it had in training; in nats per image. Of models that are an {@link
   * latentlab.models.EvidenceBound}.
   */
  public static final String ELBO = "elbo";

  /**
   * With the number of a latent dimension, from 0, behind it: KL(q(z_j|x) || p(z_j)), as a mean
   * over the images, in nats (Kingma and Welling 2014, appendix B, one term of the sum). Of models
   * that are a {@link latentlab.models.LatentDivergence}.
   */
  public static final String KL_OF_DIMENSION = "kl_dimension_";

  /**
   * How many latent dimensions have a {@link #KL_OF_DIMENSION} above 0.01 nats; the others have
   * collapsed to the prior. (Burda et al. 2016, section 5, count by the variance of the code's mean
   * above 0.01, which for a collapsed dimension is the same.) Of models that are a {@link
   * latentlab.models.LatentDivergence}.
   */
  public static final String ACTIVE_DIMENSIONS = "active_dimensions";

  /**
   * The mean over the images of {@code log 1/k sum_i p(x|z_i) p(z_i) / q(z_i|x)}, z_i drawn from
   * q(z|x) (Burda et al. 2016, equation 8), in nats per image. Of models that are a {@link
   * latentlab.models.LikelihoodEstimator}, if k samples were asked for.
   */
  public static final String LOG_LIKELIHOOD = "log_likelihood";

  /** The negative of {@link #LOG_LIKELIHOOD}. */
  public static final String NLL = "nll";

  /**
   * The part of the images whose most probable class is their label, 0 to 1. Of models that are an
   * {@link latentlab.models.ImageClassifier}, on labelled images.
   */
  public static final String ACCURACY = "accuracy";

  /**
   * The part of the codebook that stands in the grid of at least one of the images, above 0, at
   * most 1. Of models that are a {@link latentlab.models.CodeGrid}.
   */
  public static final String CODES_USED = "codes_used";

  /**
   * e to the entropy of the codes of all images taken together: 1 if all are the same code, the
   * size of the codebook if all are used alike (as van den Oord et al. 2017 report it). Of models
   * that are a {@link latentlab.models.CodeGrid}.
   */
  public static final String CODE_PERPLEXITY = "code_perplexity";

  /**
   * The part of the samples that a classifier takes for the class that was asked for, 0 to 1; each
   * class is asked for equally often. Of models that are a {@link
   * latentlab.models.ConditionalSampler}, with a classifier.
   */
  public static final String CLASS_AGREEMENT = "class_agreement";

  /**
   * The part of the samples for whose class a classifier is sure: its greatest probability is at
   * least 0.9. Of models that are a {@link latentlab.models.PriorSampler}, with a classifier.
   */
  public static final String SURE_SAMPLES = "sure_samples";

  /**
   * How many classes a classifier finds in at least 5% of the samples. Of models that are a {@link
   * latentlab.models.PriorSampler}, with a classifier.
   */
  public static final String CLASSES_COVERED = "classes_covered";

  /**
   * The entropy of the classes that a classifier finds in the samples, each sample counted for its
   * most probable class, in nats: 0 if all are of one class, the logarithm of the number of classes
   * (2.303 for ten) if all are found equally often. Of models that are a {@link
   * latentlab.models.PriorSampler}, with a classifier.
   */
  public static final String CLASS_ENTROPY = "class_entropy";

  /**
   * The Frechet distance between Gaussians fitted to a classifier's features of the samples and of
   * the images (Heusel et al. 2017, equation 6), {@code |m1 - m2|^2 + tr(C1 + C2 - 2 (C1
   * C2)^(1/2))}. At least 0; the features are those of that classifier, so that only distances by
   * the same one, with as many samples, can be compared. Of models that are a {@link
   * latentlab.models.PriorSampler}, with a classifier.
   */
  public static final String FRECHET_DISTANCE = "frechet_distance";

  /**
   * The {@link #FRECHET_DISTANCE} of as many training images, drawn without repetition, in place of
   * the samples: what a perfect model would reach.
   */
  public static final String FRECHET_FLOOR = "frechet_floor";

  /**
   * The part of the samples that lie among the images, 0 to 1 (Kynkaanniemi et al. 2019, equations
   * 1 and 2): within the distance of the third nearest other image of at least one image, by the
   * features of a classifier. At most 5,000 images and as many samples are used, the first ones. Of
   * models that are a {@link latentlab.models.PriorSampler}, with a classifier, if there are at
   * least four of each.
   */
  public static final String PRECISION = "precision";

  /**
   * The part of the images that lie among the samples, 0 to 1: as {@link #PRECISION} with images
   * and samples exchanged.
   */
  public static final String RECALL = "recall";

  /**
   * The {@link #PRECISION} of as many training images, drawn without repetition, in place of the
   * samples: what a perfect model would reach.
   */
  public static final String DATA_PRECISION = "data_precision";

  /** The {@link #RECALL} that belongs to {@link #DATA_PRECISION}. */
  public static final String DATA_RECALL = "data_recall";

  /**
   * The mean over some samples of the Euclidean distance of the pixels, 0 to 1, to the nearest
   * training image. From 0 to the root of the number of pixels. Of models that are a {@link
   * latentlab.models.PriorSampler}, if it was asked for.
   */
  public static final String TRAINING_DISTANCE = "training_distance";

  /** The {@link #TRAINING_DISTANCE} of the images that samples are compared with. */
  public static final String DATA_TRAINING_DISTANCE = "data_training_distance";

  /**
   * The part of some samples that are nearer to a training image than 95% of the images that they
   * are compared with: whose distance to the nearest training image is below the 5% quantile of
   * those of as many images. 0.05 is expected of new images like the others, 1 of copies. A simple
   * relative of the test of Meehan, Chaudhuri and Dasgupta 2020, which compares the same two sets
   * of distances by ranks. Samples that are smoother than images are nearer to all of them, so that
   * a high share is a reason to look at the nearest images and not yet a proof. Of models that are
   * a {@link latentlab.models.PriorSampler}, if it was asked for.
   */
  public static final String MEMORISED = "memorised";

  /**
   * How sharp the samples are: the variance of the Laplacian of an image, as a mean over the
   * samples. The Laplacian of a pixel is the sum of its four neighbours less four times itself, of
   * pixels 0 to 1; pixels at the border, which lack neighbours, are left out, and the variance is
   * taken over all others and all channels of the image (Pech-Pacheco et al. 2000). At least 0. Of
   * models that are a {@link latentlab.models.PriorSampler}, with a classifier.
   */
  public static final String SHARPNESS = "sharpness";

  /** The {@link #SHARPNESS} of the images that samples are compared with. */
  public static final String DATA_SHARPNESS = "data_sharpness";

  /**
   * The mean over some images and their pixels of the squared difference between a pixel and the
   * same pixel of the image that was found by optimising a code through the generator, with {@link
   * latentlab.models.InversionSettings#DEFAULT}. At least 0. Of models that are a {@link
   * latentlab.models.Inverter} and no {@link latentlab.models.Reconstructor}, if inversions were
   * asked for.
   */
  public static final String INVERSION_MSE = "inversion_mse";

  /**
   * With the name of a class behind it: the mean over the images of the other class of the property
   * by which the classes were told apart, measured of their translations into this class (see
   * {@link latentlab.data.property.ImageProperty}). Of models that are an {@link
   * latentlab.models.ImageTranslator}, on a data set that was split by a property.
   */
  public static final String TRANSLATED_PROPERTY = "translated_property_";

  /**
   * With the name of a class behind it: what {@link #TRANSLATED_PROPERTY} should come to, the mean
   * of the property over the images that really are of this class.
   */
  public static final String TARGET_PROPERTY = "target_property_";

  /**
   * The part of the translations, in both directions, that a classifier takes for the class that
   * the original has in the data set that was split, such as its digit, 0 to 1. Of models that are
   * an {@link latentlab.models.ImageTranslator}, with a classifier, on a labelled data set that was
   * split by a property.
   */
  public static final String TRANSLATION_CLASS_KEPT = "translation_class_kept";

  private Metrics() {}
}
