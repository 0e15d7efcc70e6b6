package latentlab.engine.profile;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One pass of one layer, or one step of an optimiser. Off unless a recording asks for it. */
@Name(LayerPassEvent.NAME)
@Label("Layer pass")
@Category("Latent Lab")
@StackTrace(false)
@Enabled(false)
@SuppressWarnings("UnusedVariable") // Recordings read the fields.
public final class LayerPassEvent extends Event {

  /** What recordings call it. */
  public static final String NAME = "latentlab.LayerPass";

  /** A forward pass, in training or in use. */
  public static final String FORWARD = "forward";

  /** A backward pass. */
  public static final String BACKWARD = "backward";

  /** A step of an optimiser. */
  public static final String UPDATE = "update";

  @Label("Layer")
  private String layer = "";

  @Label("Kind")
  private String kind = "";

  @Label("Pass")
  private String pass = "";

  @Label("Floating-point operations")
  private long operations;

  /** Not begun. */
  public LayerPassEvent() {}

  /**
   * Ends the event and records it, if anybody wants it.
   *
   * @param layerName which layer
   * @param layerKind what it is, such as {@code Convolution}
   * @param passName one of the constants of this class
   * @param floatOperations multiplications and additions; 0 where they do not matter
   */
  public void finish(String layerName, String layerKind, String passName, long floatOperations) {
    end();
    if (shouldCommit()) {
      layer = layerName;
      kind = layerKind;
      pass = passName;
      operations = floatOperations;
      commit();
    }
  }
}
