package latentlab.ui.interpolation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.data.ImageBatch;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The anchors in the order of the way; one of them is edited. */
final class AnchorBar extends HBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double SIDE = 56;

  /** More would not fit on a line. */
  private static final int MOST_COORDINATES = 4;

  private final InterpolationViewModel viewModel;
  private final Messages messages;
  private final HBox cards = new HBox(6);

  /** An image for each anchor, or null. */
  private final ObjectProperty<@Nullable ImageBatch> stops = new SimpleObjectProperty<>();

  AnchorBar(InterpolationViewModel viewModel, ModelChoice models, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("anchor-bar");
    Label heading = new Label(messages.text("interpolation.anchors"));
    heading.getStyleClass().add("text-bold");
    Button add = icon("add", Feather.PLUS, viewModel::addAnchor);
    Button remove = icon("remove", Feather.MINUS, viewModel::removeAnchor);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    models.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(heading, cards, add, remove, space, models);
    viewModel
        .anchors()
        .addListener(
            (ListChangeListener<Anchor>)
                change -> {
                  show();
                  int count = viewModel.anchors().size();
                  add.setDisable(count >= InterpolationViewModel.MOST_ANCHORS);
                  remove.setDisable(count <= 2);
                });
    viewModel.selected().addListener((property, old, now) -> mark());
    viewModel.lanes().addListener((ListChangeListener<PathLane>) change -> followFirst());
    stops.addListener((property, old, now) -> show());
    remove.setDisable(viewModel.anchors().size() <= 2);
    followFirst();
  }

  /** Random anchors look as the explored model draws them. */
  private void followFirst() {
    stops.unbind();
    if (viewModel.lanes().isEmpty()) {
      stops.set(null);
    } else {
      stops.bind(viewModel.lanes().get(0).stops());
    }
    show();
  }

  /** Cards that are there stay, so that the focus stays too. */
  private void show() {
    List<Anchor> anchors = viewModel.anchors();
    while (cards.getChildren().size() > anchors.size()) {
      cards.getChildren().remove(cards.getChildren().size() - 1);
    }
    for (int i = 0; i < anchors.size(); i++) {
      if (i == cards.getChildren().size()) {
        cards.getChildren().add(card(i));
      }
      fill((Button) cards.getChildren().get(i), anchors.get(i), i);
    }
    mark();
  }

  private Button card(int index) {
    Button card = new Button();
    card.setId("interpolation-anchor-" + index);
    card.getStyleClass().add("anchor-card");
    card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    card.setTooltip(new Tooltip());
    card.setOnAction(event -> viewModel.select(index));
    return card;
  }

  private void fill(Button card, Anchor anchor, int index) {
    ImageBatch drawn = stops.get();
    if (anchor.image().isPresent()) {
      card.setGraphic(picture(anchor.image().get(), 0));
    } else if (drawn != null && drawn.count() == viewModel.anchors().size()) {
      card.setGraphic(picture(drawn, index));
    } else {
      card.setGraphic(seedCard(anchor));
    }
    String name = name(anchor, index);
    card.getTooltip().setText(messages.text("interpolation.anchor.tip", name));
    card.setAccessibleText(name);
  }

  private String name(Anchor anchor, int index) {
    if (anchor.image().isPresent()) {
      return messages.text("interpolation.anchor.image", index + 1);
    }
    return anchor.isRandom()
        ? messages.text("interpolation.anchor.seed", index + 1, Long.toString(anchor.seed()))
        : messages.text("interpolation.anchor.point", index + 1, coordinates(anchor));
  }

  private static String coordinates(Anchor anchor) {
    String shown =
        anchor.code().stream()
            .limit(MOST_COORDINATES)
            .map(value -> String.format(Locale.ROOT, "%.2f", value))
            .collect(Collectors.joining(", "));
    return anchor.code().size() > MOST_COORDINATES ? shown + ", ..." : shown;
  }

  private static Node picture(ImageBatch images, int index) {
    DigitView picture = new DigitView();
    picture.setPrefSize(SIDE, SIDE);
    picture.setMouseTransparent(true);
    picture.show(images, index);
    return picture;
  }

  private Label seedCard(Anchor anchor) {
    Label seed =
        new Label(
            anchor.isRandom()
                ? messages.text("interpolation.seed.card", Long.toString(anchor.seed()))
                : messages.text("interpolation.point.card"));
    seed.setGraphic(new FontIcon(anchor.isRandom() ? Feather.SHUFFLE : Feather.CROSSHAIR));
    seed.setContentDisplay(ContentDisplay.TOP);
    seed.setAlignment(Pos.CENTER);
    seed.setMinSize(SIDE, SIDE);
    seed.setPrefSize(SIDE, SIDE);
    return seed;
  }

  private void mark() {
    for (int i = 0; i < cards.getChildren().size(); i++) {
      cards.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == viewModel.selected().get());
    }
  }

  private Button icon(String key, Ikon ikon, Runnable action) {
    Button button = new Button("", new FontIcon(ikon));
    String help = messages.text("interpolation." + key + ".tip");
    button.setId("interpolation-" + key);
    button.getStyleClass().addAll("button-icon", "flat");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setOnAction(event -> action.run());
    return button;
  }
}
