package latentlab.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;

/**
 * Cuts what a source holds into the parts of a {@link Dataset}: one sixth for the test where the
 * source has no test part, then 5%, at most 1,000, for the validation where the source has none of
 * its own. Each part keeps the order of the source.
 */
public final class DatasetSplit {

  private static final int TEST_DIVISOR = 6;
  private static final int VALIDATION_DIVISOR = 20;
  private static final int LARGEST_VALIDATION = 1_000;

  private DatasetSplit() {}

  /**
   * Makes a data set. Its fingerprint is taken before anything is cut, so that it tells what the
   * source holds, whatever the seed.
   *
   * @param name the name of the data set
   * @param images what the source has for training
   * @param test what the source has for the test, of the same shape, if anything
   * @param classNames the name of each class
   * @param seed decides which images are held out
   * @return the data set; no part is empty
   * @throws InvalidInputException if there are too few images for that
   */
  public static Dataset split(
      String name, ImageSet images, Optional<ImageSet> test, List<String> classNames, Seed seed) {
    return split(name, images, Optional.empty(), test, classNames, seed);
  }

  /**
   * As {@link #split(String, ImageSet, Optional, List, Seed)}, of a source that may also have a
   * part for the validation.
   *
   * @param name the name of the data set
   * @param images what the source has for training
   * @param validation what the source has for the validation, of the same shape, if anything
   * @param test what the source has for the test, of the same shape, if anything
   * @param classNames the name of each class
   * @param seed decides which images are held out
   * @return the data set; no part is empty
   * @throws InvalidInputException if there are too few images for that
   */
  public static Dataset split(
      String name,
      ImageSet images,
      Optional<ImageSet> validation,
      Optional<ImageSet> test,
      List<String> classNames,
      Seed seed) {
    int partsGiven = (validation.isPresent() ? 1 : 0) + (test.isPresent() ? 1 : 0);
    requireEnough(name, images.size(), 3 - partsGiven);
    String fingerprint =
        Fingerprint.of(
            Stream.of(Optional.of(images), validation, test).flatMap(Optional::stream).toList());
    Cut tested = test.map(part -> new Cut(images, part)).orElseGet(() -> testCut(images, seed));
    Cut watched =
        validation
            .map(part -> new Cut(tested.kept(), part))
            .orElseGet(() -> validationCut(tested.kept(), seed));
    return new Dataset(
        name, watched.kept(), watched.heldOut(), tested.heldOut(), classNames, fingerprint);
  }

  private static Cut testCut(ImageSet images, Seed seed) {
    int count = Math.max(1, images.size() / TEST_DIVISOR);
    return cut(images, count, seed.derive("test-split"));
  }

  private static Cut validationCut(ImageSet images, Seed seed) {
    int count = Math.min(LARGEST_VALIDATION, Math.max(1, images.size() / VALIDATION_DIVISOR));
    return cut(images, count, seed.derive("validation-split"));
  }

  private static Cut cut(ImageSet images, int heldOutCount, Seed seed) {
    int[] order = Permutation.of(images.size(), seed);
    int[] heldOut = Arrays.copyOf(order, heldOutCount);
    int[] kept = Arrays.copyOfRange(order, heldOutCount, order.length);
    Arrays.sort(heldOut);
    Arrays.sort(kept);
    return new Cut(images.select(kept), images.select(heldOut));
  }

  private static void requireEnough(String name, int found, int needed) {
    if (found < needed) {
      throw new InvalidInputException(
          String.format(
              "data set %s: holds %d images to train on; expected at least %d, so that some can be"
                  + " held out",
              name, found, needed));
    }
  }

  private record Cut(ImageSet kept, ImageSet heldOut) {}
}
