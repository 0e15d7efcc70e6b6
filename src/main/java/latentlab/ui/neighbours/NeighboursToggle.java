package latentlab.ui.neighbours;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks whether the picture is one of those that the model has learnt from. */
public final class NeighboursToggle extends ToggleButton {

  /**
   * A button that is down while the nearest training images are wanted.
   *
   * @param viewModel is told
   * @param messages the words
   */
  public NeighboursToggle(NeighboursViewModel viewModel, Messages messages) {
    super(messages.text("neighbours.toggle"), new FontIcon(Feather.SEARCH));
    setId("neighbours-toggle");
    String help = messages.text("neighbours.toggle.tooltip", NeighboursViewModel.MOST);
    setTooltip(new Tooltip(help));
    setAccessibleText(help);
    setMinWidth(Region.USE_PREF_SIZE);
    selectedProperty().bindBidirectional(viewModel.wanted());
  }
}
