package latentlab.ui.latent;

import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;
import latentlab.ui.text.Numerals;

/** The chosen point: random samples by seed, and a row for each of its dimensions. */
final class CodePane extends VBox {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final TextField seed = new TextField();

  /** {@code useAsAnchor} takes the chosen point. */
  CodePane(LatentSpaceViewModel viewModel, Runnable useAsAnchor, Messages messages) {
    super(8);
    this.messages = messages;
    this.viewModel = viewModel;
    getStyleClass().add("code-pane");
    DimensionList dimensions = new DimensionList(viewModel, messages);
    VBox.setVgrow(dimensions, Priority.ALWAYS);
    getChildren().addAll(sampleRow(), header(useAsAnchor), dimensions);
  }

  private HBox header(Runnable useAsAnchor) {
    Label title = new Label(messages.text("latent.code.title"));
    title.getStyleClass().add("text-bold");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button reset = button("code.reset-all");
    reset.setOnAction(event -> viewModel.reset());
    Button anchor = button("anchor");
    anchor.setOnAction(event -> useAsAnchor.run());
    HBox header = new HBox(8, title, anchor, reset);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private HBox sampleRow() {
    seed.setId("sample-seed");
    seed.setTooltip(new Tooltip(messages.text("latent.sample.seed.tooltip")));
    seed.setAccessibleText(messages.text("latent.sample.seed.tooltip"));
    seed.getStyleClass().add("coordinate-field");
    seed.setPrefColumnCount(8);
    HBox.setHgrow(seed, Priority.ALWAYS);
    Label label = new Label(messages.text("latent.sample.seed"));
    label.setLabelFor(seed);
    label.setMinWidth(Region.USE_PREF_SIZE);
    viewModel.seed().addListener((observable, before, now) -> showSeed());
    showSeed();
    Button draw = button("sample.draw");
    seed.setOnAction(event -> sample());
    draw.setOnAction(event -> sample());
    Button next = button("sample.next");
    next.setOnAction(
        event -> {
          if (takeSeed()) {
            viewModel.sampleNext();
          }
        });
    HBox row = new HBox(6, label, seed, draw, next);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void showSeed() {
    seed.setText(Long.toString(viewModel.seed().get()));
    seed.pseudoClassStateChanged(INVALID, false);
  }

  private void sample() {
    if (takeSeed()) {
      viewModel.sample();
    }
  }

  /** Takes over what was typed; says whether it is a seed. */
  private boolean takeSeed() {
    OptionalLong typed = Numerals.whole(seed.getText());
    seed.pseudoClassStateChanged(INVALID, typed.isEmpty());
    typed.ifPresent(viewModel.seed()::set);
    return typed.isPresent();
  }

  private Button button(String key) {
    Button button = new Button(messages.text("latent." + key));
    button.setId(key.equals("anchor") ? "latent-anchor" : key.replace('.', '-'));
    button.setTooltip(new Tooltip(messages.text("latent." + key + ".tooltip")));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
