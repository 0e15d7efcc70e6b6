package latentlab.ui.neighbours;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The training images nearest to the picture, with their distances, or a sentence why there are
 * none. Takes no room unless they are wanted.
 */
public final class NeighboursStrip extends HBox {

  /** Twice the pixels of a digit, and the border. */
  private static final double PICTURE = 58;

  private static final double TEXT_WIDTH = 210;

  /** As high with pictures as without, so that nothing moves when they come. */
  private static final double HEIGHT = PICTURE + 24;

  private final NeighboursViewModel viewModel;
  private final Messages messages;
  private final Label text = new Label();
  private final HBox pictures = new HBox(8);

  /**
   * A strip that follows a view model.
   *
   * @param viewModel what was found
   * @param messages the words
   */
  public NeighboursStrip(NeighboursViewModel viewModel, Messages messages) {
    super(12);
    this.viewModel = viewModel;
    this.messages = messages;
    setId("training-neighbours");
    getStylesheets()
        .add(
            Objects.requireNonNull(
                    NeighboursStrip.class.getResource("neighbours.css"), "neighbours.css")
                .toExternalForm());
    getStyleClass().add("training-neighbours");
    setAlignment(Pos.CENTER_LEFT);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    Label title = new Label(messages.text("neighbours.title"));
    title.getStyleClass().add("text-bold");
    text.setId("training-neighbours-text");
    text.getStyleClass().addAll("text-muted", "text-small");
    text.setWrapText(true);
    VBox words = new VBox(2, title, text);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(TEXT_WIDTH);
    HBox.setHgrow(words, Priority.ALWAYS);
    pictures.setAlignment(Pos.CENTER_RIGHT);
    pictures.setMinWidth(Region.USE_PREF_SIZE);
    pictures.managedProperty().bind(pictures.visibleProperty());
    getChildren().addAll(pictures, words);
    visibleProperty().bind(viewModel.wanted());
    managedProperty().bind(visibleProperty());
    viewModel.nearest().addListener((observable, before, now) -> show(now));
    viewModel.problem().addListener((observable, before, now) -> tell());
    viewModel.stage().addListener((observable, before, now) -> tell());
    show(viewModel.nearest().get());
  }

  private void show(@Nullable NearestPictures found) {
    List<Node> entries = new ArrayList<>();
    for (int i = 0; found != null && i < found.neighbours().size(); i++) {
      entries.add(entry(found, i));
    }
    pictures.getChildren().setAll(entries);
    pictures.setVisible(!entries.isEmpty());
    tell();
  }

  private VBox entry(NearestPictures found, int index) {
    NearestPictures.Neighbour neighbour = found.neighbours().get(index);
    DigitView picture = new DigitView();
    picture.setMinSize(PICTURE, PICTURE);
    picture.setPrefSize(PICTURE, PICTURE);
    picture.setMaxSize(PICTURE, PICTURE);
    picture.show(found.images(), index);
    String help =
        messages.text(
            neighbour.className().isEmpty() ? "neighbours.entry.unlabelled" : "neighbours.entry",
            neighbour.place() + 1,
            distance(neighbour.distance()),
            neighbour.className());
    picture.setAccessibleText(help);
    Label distance = new Label(distance(neighbour.distance()));
    distance.getStyleClass().add("text-small");
    VBox entry = new VBox(2, picture, distance);
    entry.setAlignment(Pos.CENTER);
    Tooltip.install(entry, new Tooltip(help));
    return entry;
  }

  private void tell() {
    NearestPictures found = viewModel.nearest().get();
    if (!viewModel.problem().get().isEmpty()) {
      text.setText(messages.text("neighbours.problem", viewModel.problem().get()));
    } else if (found != null && found.neighbours().isEmpty()) {
      text.setText(messages.text("neighbours.none"));
    } else if (found != null) {
      text.setText(
          messages.text(
              verdict(found),
              distance(found.neighbours().get(0).distance()),
              distance(found.usualDistance()),
              String.format(Locale.ROOT, "%,d", found.among())));
    } else {
      String stage = viewModel.stage().get();
      text.setText(stage.isEmpty() ? messages.text("neighbours.waiting") : stage + "\u2026");
    }
  }

  /** Compared with what is usual, as distances alone tell people nothing. */
  private static String verdict(NearestPictures found) {
    double nearest = found.neighbours().get(0).distance();
    if (nearest < 0.1 * found.usualDistance()) {
      return "neighbours.verdict.copy";
    }
    return nearest < 0.5 * found.usualDistance()
        ? "neighbours.verdict.near"
        : "neighbours.verdict.usual";
  }

  private static String distance(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
