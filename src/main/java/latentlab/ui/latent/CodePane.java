package latentlab.ui.latent;

import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;
import latentlab.ui.text.Numerals;

/** The chosen point: random samples by seed, and a slider for each dimension or direction. */
final class CodePane extends VBox {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final TextField seed = new TextField();

  /**
   * {@code whyNone} says in one line why there are no directions, or is empty; {@code useAsAnchor}
   * takes the chosen point.
   */
  CodePane(
      LatentSpaceViewModel viewModel,
      ObservableValue<String> whyNone,
      Runnable useAsAnchor,
      Messages messages) {
    super(8);
    this.messages = messages;
    this.viewModel = viewModel;
    getStyleClass().add("code-pane");
    DimensionList dimensions = new DimensionList(viewModel, messages);
    VBox.setVgrow(dimensions, Priority.ALWAYS);
    getChildren().addAll(sampleRow(), header(title(whyNone), useAsAnchor), dimensions);
  }

  /** In the place of the title stands why there are no directions yet, so that nothing moves. */
  private Label title(ObservableValue<String> whyNone) {
    Label title = new Label();
    title.setId("code-title");
    title.getStyleClass().add("text-bold");
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    CodeSliders sliders = viewModel.sliders();
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  if (!sliders.areAwaited()) {
                    return messages.text("latent.code.title");
                  }
                  String why = whyNone.getValue();
                  return why.isEmpty() ? messages.text("latent.direction.waiting") : why;
                },
                whyNone,
                sliders.principal(),
                sliders.offered(),
                sliders.axes()));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(title.textProperty());
    title.setTooltip(whole);
    return title;
  }

  private HBox header(Label title, Runnable useAsAnchor) {
    Button reset = button("code.reset-all");
    reset.setOnAction(event -> viewModel.reset());
    Button anchor = button("anchor");
    anchor.setOnAction(event -> useAsAnchor.run());
    viewModel
        .sliders()
        .axes()
        .addListener((observable, before, now) -> describeReset(reset, now.isPrincipal()));
    HBox header = new HBox(8, title, axesChoice(), anchor, reset);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void describeReset(Button reset, boolean principal) {
    String group = principal ? "latent.direction." : "latent.code.";
    reset.setTooltip(new Tooltip(messages.text(group + "reset-all.tooltip")));
  }

  /** Dimensions or principal directions; there only where there is a choice. */
  private HBox axesChoice() {
    CodeSliders sliders = viewModel.sliders();
    ToggleButton dimensions = axesButton("latent.axes.dimensions", "left-pill");
    dimensions.setId("sliders-dimensions");
    ToggleButton directions = axesButton("latent.axes.directions", "right-pill");
    directions.setId("sliders-directions");
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(dimensions, directions);
    dimensions.setOnAction(event -> sliders.principal().set(false));
    directions.setOnAction(event -> sliders.principal().set(true));
    Runnable show = () -> (sliders.principal().get() ? directions : dimensions).setSelected(true);
    sliders.principal().addListener((observable, before, now) -> show.run());
    // A click on the one that is chosen already must not leave none.
    group.selectedToggleProperty().addListener((observable, before, now) -> show.run());
    show.run();
    HBox choice = new HBox(dimensions, directions);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    choice.visibleProperty().bind(sliders.offered());
    choice.managedProperty().bind(choice.visibleProperty());
    return choice;
  }

  private ToggleButton axesButton(String key, String style) {
    ToggleButton button = new ToggleButton(messages.text(key));
    button.getStyleClass().add(style);
    button.setTooltip(new Tooltip(messages.text(key + ".tooltip")));
    button.setAccessibleText(messages.text(key + ".tooltip"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
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
