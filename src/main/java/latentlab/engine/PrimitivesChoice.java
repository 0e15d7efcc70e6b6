package latentlab.engine;

import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.onednn.OneDnnPrimitives;
import latentlab.engine.primitives.plain.PlainPrimitives;
import latentlab.failure.InvalidInputException;

/**
 * Which primitives networks use: oneDNN's where its library loads, else plain ones. The system
 * property {@value #PROPERTY} ({@code onednn} or {@code plain}) forces either.
 */
public final class PrimitivesChoice {

  /** The name of the system property. */
  public static final String PROPERTY = "latentlab.primitives";

  private PrimitivesChoice() {}

  /**
   * Makes primitives for one network.
   *
   * @return primitives that the caller closes
   * @throws InvalidInputException if the property names others, or oneDNN where it does not load
   */
  public static Primitives make() {
    Workers workers = new Workers(NativeThreads.maximum());
    String wanted = System.getProperty(PROPERTY, "");
    return switch (wanted) {
      case "" -> OneDnnPrimitives.load(workers).orElseGet(() -> new PlainPrimitives(workers));
      case "plain" -> new PlainPrimitives(workers);
      case "onednn" ->
          OneDnnPrimitives.load(workers)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          PROPERTY + " is 'onednn', whose library does not load here"));
      default ->
          throw new InvalidInputException(
              PROPERTY + " is '" + wanted + "'; expected onednn or plain");
    };
  }
}
