package latentlab.engine.primitives;

import java.util.stream.Stream;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.onednn.OneDnnPrimitives;
import latentlab.engine.primitives.plain.PlainPrimitives;

/** The implementations that can be tested on this machine. */
public final class PrimitivesForTests {

  /** Two, whatever the machine has: loops must not depend on who runs them. */
  private static final Workers WORKERS = new Workers(2);

  private PrimitivesForTests() {}

  public static Stream<String> names() {
    return Stream.concat(
        Stream.of("plain"),
        OneDnnPrimitives.load(WORKERS).stream().map(PrimitivesForTests::nameAndClose));
  }

  private static String nameAndClose(Primitives primitives) {
    try (primitives) {
      return primitives.name();
    }
  }

  public static Primitives named(String name) {
    return name.equals("plain")
        ? new PlainPrimitives(WORKERS)
        : OneDnnPrimitives.load(WORKERS).orElseThrow();
  }
}
