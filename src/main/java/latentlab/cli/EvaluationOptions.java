package latentlab.cli;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.evaluation.Binarisation;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose what is measured, and on which images. */
final class EvaluationOptions {

  private static final String TEST = "test";
  private static final String VALIDATION = "validation";
  private static final int MAX_SAMPLES = 10_000_000;

  /** As many are kept in memory. */
  private static final int MAX_COMPARED = 100_000;

  @Option(
      names = "--part",
      paramLabel = "PART",
      defaultValue = TEST,
      description = "The part of the data set to measure on: test or validation (default: test).")
  private String part = TEST;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Only the first N images of that part.")
  private @Nullable Integer limit;

  @Option(
      names = "--binarise",
      description = "Draw each pixel to 0 or 1, its grey being the probability of 1.")
  private boolean binarise;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "10000",
      description =
          "How many images to draw from the model and let a classifier judge; 0 for none"
              + " (default: 10000).")
  private int samples;

  @Option(
      names = "--importance-samples",
      paramLabel = "K",
      description = "Estimate the log-likelihood of each image by K importance samples.")
  private @Nullable Integer importanceSamples;

  @Option(
      names = "--noise",
      paramLabel = "SIGMA",
      description = {
        "Add Gaussian noise of this standard deviation to the images and measure how well the",
        "model removes it (default: a denoising model's own noise)."
      })
  private @Nullable Double noise;

  @Option(
      names = "--inversions",
      paramLabel = "N",
      defaultValue = "100",
      description = {
        "For how many images a model without an encoder searches codes, to measure how well it",
        "can draw them; 0 for none (default: 100)."
      })
  private int inversions;

  @Option(
      names = "--memorisation",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Compare N of the samples with all training images, pixel by pixel; takes seconds for 1000",
        "(default: 0)."
      })
  private int memorisation;

  @Option(
      names = "--disentanglement",
      description = {
        "Measure the mutual information gap of the codes on synthetic digits of known factors."
      })
  private boolean disentanglement;

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws InvalidInputException if an option is out of its range
   */
  void check() {
    if (!part.equals(TEST) && !part.equals(VALIDATION)) {
      throw new InvalidInputException("--part must be test or validation, not '" + part + "'");
    }
    if (samples == 1) {
      throw new InvalidInputException(
          "--samples 1 is too few to be compared with images; expected 0, or 2 and more");
    }
    Ranges.check("--samples", samples, 0, MAX_SAMPLES);
    Ranges.check("--inversions", inversions, 0, MAX_SAMPLES);
    Ranges.check("--memorisation", memorisation, 0, MAX_COMPARED);
    if (memorisation > samples) {
      throw new InvalidInputException(
          String.format("--memorisation %d is more than --samples %d", memorisation, samples));
    }
    if (limit != null) {
      Ranges.check("--limit", limit, 1, Integer.MAX_VALUE);
    }
    if (importanceSamples != null) {
      Ranges.check("--importance-samples", importanceSamples, 1, MAX_SAMPLES);
    }
    if (noise != null && !(noise >= 0 && noise <= 100)) {
      throw new InvalidInputException("--noise must be a number from 0 to 100, not " + noise);
    }
  }

  /**
   * The images to measure on.
   *
   * @param dataset where they are from
   * @param seed decides how they are binarised
   * @return as asked for
   * @throws InvalidInputException if there are fewer than asked for
   */
  ImageSet images(Dataset dataset, Seed seed) {
    ImageSet all = part.equals(TEST) ? dataset.test() : dataset.validation();
    if (limit != null && limit > all.size()) {
      throw new InvalidInputException(
          String.format(
              "--limit %d is more than the %d %s images of %s",
              limit, all.size(), part, dataset.name()));
    }
    ImageSet chosen = limit == null ? all : all.select(IntStream.range(0, limit).toArray());
    return binarise ? Binarisation.of(chosen, seed.derive(part)) : chosen;
  }

  /**
   * The images to compare those with.
   *
   * @param dataset where they are from
   * @param seed decides how they are binarised
   * @return the training images, binarised if the others are
   */
  ImageSet training(Dataset dataset, Seed seed) {
    return binarise ? Binarisation.of(dataset.train(), seed.derive("train")) : dataset.train();
  }

  /**
   * The part that is measured on.
   *
   * @return {@code test} or {@code validation}
   */
  String part() {
    return part;
  }

  /**
   * The number of samples.
   *
   * @return 0 for none
   */
  int samples() {
    return samples;
  }

  /**
   * The number of importance samples.
   *
   * @return 0 for none
   */
  int importanceSamples() {
    return importanceSamples == null ? 0 : importanceSamples;
  }

  /**
   * The number of images to search codes for.
   *
   * @return 0 for none
   */
  int inversions() {
    return inversions;
  }

  /**
   * The number of samples to compare with the training images.
   *
   * @return 0 for none
   */
  int memorisation() {
    return memorisation;
  }

  /**
   * Whether the codes are compared with known factors.
   *
   * @return true if that was asked for
   */
  boolean disentanglement() {
    return disentanglement;
  }

  /**
   * The standard deviation of the noise.
   *
   * @return empty if none was asked for
   */
  OptionalDouble noise() {
    return noise == null ? OptionalDouble.empty() : OptionalDouble.of(noise);
  }
}
