package latentlab.ui.compare;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.form.SeedField;
import latentlab.ui.input.ImageInput;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.text.Messages;

/** The input on the left; on the right all models as pictures, or as a table. */
final class CompareView extends HBox {

  private static final double SPACING = 12;
  private static final double PAD_SIDE = 196;
  private static final double SIDE_WIDTH = 270;

  private final PicturesViewModel pictures;
  private final Messages messages;
  private final FlowPane cards = new FlowPane(SPACING, SPACING);

  CompareView(
      PicturesViewModel pictures,
      FiguresViewModel figures,
      ImageInputViewModel input,
      Messages messages) {
    super(SPACING);
    this.pictures = pictures;
    this.messages = messages;
    getStylesheets()
        .add(
            Objects.requireNonNull(CompareView.class.getResource("compare.css"), "compare.css")
                .toExternalForm());
    getStyleClass().add("compare");
    setPadding(new Insets(SPACING));
    VBox side =
        new VBox(
            SPACING,
            heading("compare.input"),
            new ImageInput(input, PAD_SIDE, messages),
            heading("compare.samples.heading"),
            seedRow(),
            note("compare.note"));
    side.setMinWidth(SIDE_WIDTH);
    side.setMaxWidth(SIDE_WIDTH);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("model-cards");
    FiguresView table = new FiguresView(figures, messages);
    StackPane centre = new StackPane(scroll, table);
    VBox.setVgrow(centre, Priority.ALWAYS);
    VBox main = new VBox(SPACING, choice(scroll, table), centre);
    HBox.setHgrow(main, Priority.ALWAYS);
    main.setMinWidth(0);
    getChildren().addAll(side, main);
    pictures.models().addListener((property, old, now) -> showModels(now));
    showModels(pictures.models().get());
  }

  private Node choice(Node first, Node second) {
    ToggleGroup group = new ToggleGroup();
    ToggleButton side = toggle("compare.pictures", group, "left-pill");
    ToggleButton measured = toggle("compare.figures", group, "right-pill");
    side.setSelected(true);
    group
        .selectedToggleProperty()
        .addListener(
            (property, old, now) -> {
              if (now == null && old != null) {
                old.setSelected(true);
              }
            });
    first.visibleProperty().bind(side.selectedProperty());
    second.visibleProperty().bind(measured.selectedProperty());
    return new HBox(side, measured);
  }

  private ToggleButton toggle(String key, ToggleGroup group, String style) {
    ToggleButton button = new ToggleButton(messages.text(key));
    button.setId(key.replace('.', '-'));
    button.setToggleGroup(group);
    button.getStyleClass().add(style);
    button.setTooltip(new Tooltip(messages.text(key + ".tip")));
    return button;
  }

  private Label heading(String key) {
    Label heading = new Label(messages.text(key));
    heading.getStyleClass().add("compare-heading");
    return heading;
  }

  private Label note(String key) {
    Label note = new Label(messages.text(key));
    note.setWrapText(true);
    note.getStyleClass().addAll("text-muted", "text-small");
    return note;
  }

  private Node seedRow() {
    SeedField seed = new SeedField(pictures::chooseSeed);
    seed.setId("compare-seed");
    pictures.seed().addListener((property, old, now) -> seed.show(now.longValue()));
    seed.show(pictures.seed().get());
    Label label = new Label(messages.text("compare.seed"));
    label.setLabelFor(seed);
    seed.setTooltip(new Tooltip(messages.text("compare.seed.tip")));
    Button next = new Button(messages.text("compare.seed.next"));
    next.setId("compare-seed-next");
    next.setOnAction(event -> pictures.chooseSeed(pictures.seed().get() + 1));
    HBox row = new HBox(8, label, seed, next);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void showModels(List<ComparedModelViewModel> models) {
    cards
        .getChildren()
        .setAll(
            models.stream()
                .map(model -> new ModelCardView(model, () -> pictures.search(model), messages))
                .toList());
  }
}
