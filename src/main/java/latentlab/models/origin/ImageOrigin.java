package latentlab.models.origin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;

/**
 * How a picture was made: enough to make it again. Immutable; what is not known or has no meaning
 * for the model is empty.
 *
 * @param model which model made it
 * @param activity the tab or command that made it, such as "latent-space" or "generate"
 * @param codes the latent codes of its images, row by row, all of one size, or of the points that
 *     they lie between, where the activity is an interpolation; empty if there are none or more
 *     than {@link #MOST_CODE_VALUES} numbers
 * @param seed decided what was random
 * @param classes the labels that were asked for, each image in turn; empty for none
 * @param way how a diffusion model came from noise to the picture
 * @param temperature the standard deviation of the codes that were drawn, above 0
 * @param details whatever else the activity must know to do it again, by names of its own
 */
public record ImageOrigin(
    ModelReference model,
    String activity,
    List<List<Float>> codes,
    OptionalLong seed,
    List<Integer> classes,
    Optional<SamplingWay> way,
    OptionalDouble temperature,
    Map<String, String> details) {

  /** The most numbers that the codes of one picture may have in all. */
  public static final int MOST_CODE_VALUES = 1 << 15;

  private static final int MOST_CLASSES = 1 << 12;
  private static final int LARGEST_LABEL = 255;
  private static final int MOST_DETAILS = 32;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DETAIL = 1_000;

  /**
   * Copies the lists and checks their sizes.
   *
   * @throws InvalidInputException if there is too much of something, codes are not of one size or
   *     not finite, or a number is out of its range
   */
  public ImageOrigin {
    codes = codes.stream().map(List::copyOf).toList();
    classes = List.copyOf(classes);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    check(activity.length() <= LONGEST_NAME, "the name of an activity is too long");
    checkCodes(codes);
    check(
        classes.size() <= MOST_CLASSES
            && classes.stream().allMatch(label -> label >= 0 && label <= LARGEST_LABEL),
        "classes must be at most " + MOST_CLASSES + " labels from 0 to " + LARGEST_LABEL);
    temperature.ifPresent(
        value ->
            check(
                value > 0 && value < Float.MAX_VALUE, "temperature must be above 0, not " + value));
    check(details.size() <= MOST_DETAILS, "there are more than " + MOST_DETAILS + " details");
    details.forEach(
        (name, text) ->
            check(
                name.length() <= LONGEST_NAME && text.length() <= LONGEST_DETAIL,
                "a detail has more than " + LONGEST_DETAIL + " characters"));
  }

  /**
   * The origin of a picture of which no more is known.
   *
   * @param model which model made it
   * @param activity the tab or command
   * @return an origin to be completed
   */
  public static ImageOrigin of(ModelReference model, String activity) {
    return new ImageOrigin(
        model,
        activity,
        List.of(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        Map.of());
  }

  /**
   * The same with codes.
   *
   * @param newCodes those of the images; if they are too many, none are kept
   * @return the origin
   */
  public ImageOrigin withCodes(LatentCodes newCodes) {
    List<List<Float>> rows = new ArrayList<>();
    for (int i = 0; newCodes.values().length <= MOST_CODE_VALUES && i < newCodes.count(); i++) {
      List<Float> row = new ArrayList<>();
      for (float value : newCodes.code(i)) {
        row.add(value);
      }
      rows.add(row);
    }
    return new ImageOrigin(model, activity, rows, seed, classes, way, temperature, details);
  }

  /**
   * The same of another model.
   *
   * @param newModel which model made it
   * @return the origin
   */
  public ImageOrigin withModel(ModelReference newModel) {
    return new ImageOrigin(newModel, activity, codes, seed, classes, way, temperature, details);
  }

  /**
   * The same with a seed.
   *
   * @param newSeed what decided
   * @return the origin
   */
  public ImageOrigin withSeed(long newSeed) {
    return new ImageOrigin(
        model, activity, codes, OptionalLong.of(newSeed), classes, way, temperature, details);
  }

  /**
   * The same with classes.
   *
   * @param newClasses labels from 0 to 255, each image in turn; if they are more than 4,096, none
   *     are kept
   * @return the origin
   */
  public ImageOrigin withClasses(List<Integer> newClasses) {
    return new ImageOrigin(
        model,
        activity,
        codes,
        seed,
        newClasses.size() > MOST_CLASSES ? List.of() : newClasses,
        way,
        temperature,
        details);
  }

  /**
   * The same with the way from noise to the picture.
   *
   * @param newWay of a diffusion model
   * @return the origin
   */
  public ImageOrigin withWay(SamplingWay newWay) {
    return new ImageOrigin(
        model, activity, codes, seed, classes, Optional.of(newWay), temperature, details);
  }

  /**
   * The same with a temperature.
   *
   * @param newTemperature above 0
   * @return the origin
   */
  public ImageOrigin withTemperature(double newTemperature) {
    return new ImageOrigin(
        model, activity, codes, seed, classes, way, OptionalDouble.of(newTemperature), details);
  }

  /**
   * The same with one detail more.
   *
   * @param name of the activity's own, at most 100 characters
   * @param text at most 1,000 characters
   * @return the origin
   */
  public ImageOrigin with(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, text);
    return new ImageOrigin(model, activity, codes, seed, classes, way, temperature, more);
  }

  /**
   * The codes as a model takes them.
   *
   * @return [images, size], or empty if there are none
   */
  public Optional<LatentCodes> latentCodes() {
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    int size = codes.get(0).size();
    float[] values = new float[codes.size() * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = codes.get(i / size).get(i % size);
    }
    return Optional.of(new LatentCodes(codes.size(), size, values));
  }

  private static void checkCodes(List<List<Float>> codes) {
    long values = 0;
    for (List<Float> code : codes) {
      check(
          !code.isEmpty() && code.size() == codes.get(0).size(),
          "the codes are not all of one size");
      check(code.stream().allMatch(value -> Float.isFinite(value)), "a code is not finite");
      values += code.size();
    }
    check(
        values <= MOST_CODE_VALUES,
        "the codes hold " + values + " numbers; expected at most " + MOST_CODE_VALUES);
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new InvalidInputException(message);
    }
  }
}
