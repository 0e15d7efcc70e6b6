package latentlab.ui.codes;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.ui.form.FormRows;
import latentlab.ui.form.SeedField;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Draws codes from the prior, where there is one, at a temperature. */
final class PriorPane extends VBox {

  private static final double NAME_WIDTH = 92;

  private final CodesViewModel viewModel;
  private final Slider temperature = new Slider(PriorDraw.COLDEST, PriorDraw.HOTTEST, 1);
  private final SeedField seed;
  private boolean showing;

  PriorPane(CodesViewModel viewModel, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    setId("codes-prior");
    FormRows rows = new FormRows("codes", NAME_WIDTH, messages);
    Label title = new Label(messages.text("codes.prior"));
    title.getStyleClass().add("pane-title");
    seed = new SeedField(this::choose);
    Button draw = rows.button("draw", () -> draw(0));
    Button next = rows.iconButton("seed.next", Feather.CHEVRON_RIGHT, () -> draw(1));
    HBox seedRow = rows.row("seed", seed);
    seedRow.getChildren().addAll(draw, next);
    temperature.setBlockIncrement(0.05);
    temperature
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing) {
                // Two digits are shown; so what is shown is what is drawn.
                viewModel.chooseTemperature(Math.round(now.doubleValue() * 100) / 100.0);
              }
            });
    getChildren().addAll(title, rows.row("temperature", temperature, "%.2f"), seedRow);
    viewModel.draw().addListener((property, old, now) -> show(now));
    viewModel.model().addListener((property, old, now) -> showModel());
    show(viewModel.draw().get());
    showModel();
  }

  /** A seed that only shows what is chosen draws nothing. */
  private void choose(long typed) {
    PriorDraw present = viewModel.draw().get();
    if (typed != present.seed()) {
      viewModel.drawFromPrior(new PriorDraw(present.temperature(), typed));
    }
  }

  private void draw(int further) {
    seed.take();
    PriorDraw present = viewModel.draw().get();
    viewModel.drawFromPrior(new PriorDraw(present.temperature(), present.seed() + further));
  }

  /** A slider that is being dragged keeps the place at which it is. */
  private void show(PriorDraw draw) {
    showing = true;
    seed.show(draw.seed());
    if (Math.abs(temperature.getValue() - draw.temperature()) > 0.006) {
      temperature.setValue(draw.temperature());
    }
    showing = false;
  }

  private void showModel() {
    CodeModel model = viewModel.model().get();
    boolean able = model != null && model.temperature().isPresent();
    setVisible(able);
    setManaged(able);
  }
}
