package latentlab.ui.form;

import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import latentlab.ui.text.Numerals;

/** A field for a seed; what is typed counts by Enter, or when the field is left. */
public final class SeedField extends TextField {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
  private static final int COLUMNS = 6;

  private final LongConsumer chosen;

  /**
   * An empty field.
   *
   * @param chosen is told each seed that is typed
   */
  public SeedField(LongConsumer chosen) {
    this.chosen = chosen;
    setPrefColumnCount(COLUMNS);
    setOnAction(event -> take());
    focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (!focused) {
                take();
              }
            });
  }

  /**
   * Shows a seed.
   *
   * @param seed in the place of what was typed
   */
  public void show(long seed) {
    setText(Long.toString(seed));
    pseudoClassStateChanged(INVALID, false);
  }

  /** Takes what is typed; what is no seed is marked, and changes nothing. */
  public void take() {
    OptionalLong typed = Numerals.whole(getText());
    pseudoClassStateChanged(INVALID, typed.isEmpty());
    typed.ifPresent(chosen);
  }
}
