package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.text.Text;

/**
 * Texts beside an axis, all placed by the same of their points. What was made once is used again:
 * each new node would have to be styled while its user zooms.
 */
final class AxisTexts {

  private final ObservableList<Node> parent;
  private final VPos origin;
  private final double share;
  private final String styleClass;
  private final List<Text> texts = new ArrayList<>();

  /**
   * No texts.
   *
   * @param parent where they go
   * @param origin which of a text's heights is placed
   * @param share how much of a text's width lies to the left of its place, 0 to 1
   * @param styleClass of each text
   */
  AxisTexts(ObservableList<Node> parent, VPos origin, double share, String styleClass) {
    this.parent = parent;
    this.origin = origin;
    this.share = share;
    this.styleClass = styleClass;
  }

  /** Shows these texts instead of those before. */
  void show(List<Placed> next) {
    while (texts.size() < next.size()) {
      add();
    }
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      text.setVisible(i < next.size());
      if (i < next.size()) {
        Placed placed = next.get(i);
        text.setText(placed.text());
        text.setX(placed.x());
        text.setY(placed.y());
      }
    }
  }

  private void add() {
    Text text = new Text();
    text.setTextOrigin(origin);
    text.getStyleClass().add(styleClass);
    // How wide a text is shows only once it is styled.
    text.translateXProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> -Math.rint(share * text.getLayoutBounds().getWidth()),
                text.layoutBoundsProperty()));
    texts.add(text);
    parent.add(text);
  }

  /**
   * A text and its place.
   *
   * @param text in one line
   * @param x to the right
   * @param y downwards
   */
  record Placed(String text, double x, double y) {}
}
