package latentlab.ui.interpolation;

import java.util.List;
import latentlab.models.CodePath;

/**
 * What is wanted of every model.
 *
 * @param anchors two or more
 * @param way from each to the next
 * @param pictures in the strip, at least 2
 * @param attribute what is added all along
 * @param strength how much of it
 */
record PathPlan(
    List<Anchor> anchors, CodePath way, int pictures, Attribute attribute, double strength) {

  /** Copies the anchors. */
  PathPlan {
    anchors = List.copyOf(anchors);
  }
}
