package latentlab.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.data.ImageBatch;
import latentlab.data.image.ImageFile;
import latentlab.ui.picture.GridGeometry;
import latentlab.ui.picture.ImageGridView;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The pinned pictures in a row, the newest first: a click goes back to one, the menu copies, saves
 * and removes it. For the JavaFX thread.
 */
public final class HistoryStrip extends HBox {

  private static final double THUMBNAIL = 56;

  /** Images of a thumbnail; more would be too small to be told apart. */
  private static final int MOST_IMAGES = 16;

  private final PinList pins;
  private final Actions actions;
  private final Messages messages;
  private final HBox row = new HBox(6);

  /**
   * A strip that is there while its list says so.
   *
   * @param pins what is shown
   * @param actions what can be done with a pinned picture
   * @param messages the words
   */
  public HistoryStrip(PinList pins, Actions actions, Messages messages) {
    super(8);
    this.pins = pins;
    this.actions = actions;
    this.messages = messages;
    setId("history-strip");
    getStyleClass().add("history-strip");
    setAlignment(Pos.CENTER_LEFT);
    row.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(row);
    scroll.getStyleClass().addAll("edge-to-edge", "history-scroll");
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    Label hint = new Label(messages.text("history.hint"));
    hint.getStyleClass().add("text-muted");
    hint.visibleProperty().bind(Bindings.isEmpty(pins.pins()));
    hint.managedProperty().bind(hint.visibleProperty());
    scroll.managedProperty().bind(hint.visibleProperty().not());
    scroll.visibleProperty().bind(scroll.managedProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    gap.managedProperty().bind(hint.visibleProperty());
    getChildren().addAll(hint, scroll, gap, clearButton(), closeButton());
    visibleProperty().bind(pins.shown());
    managedProperty().bind(visibleProperty());
    pins.pins().addListener((ListChangeListener<Pin>) change -> showPins());
    showPins();
  }

  /** All pictures go by two clicks, not by one. */
  private MenuButton clearButton() {
    MenuItem all = new MenuItem();
    all.setId("history-remove-all");
    all.setOnAction(event -> pins.clear());
    MenuButton clear = new MenuButton("", new FontIcon(Feather.TRASH_2), all);
    String help = messages.text("history.clear");
    clear.setId("history-clear");
    clear.getStyleClass().addAll("button-icon", "flat", "no-arrow");
    clear.setTooltip(new Tooltip(help));
    clear.setAccessibleText(help);
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setOnShowing(
        event -> all.setText(messages.text("history.remove-all", pins.pins().size())));
    clear.disableProperty().bind(Bindings.isEmpty(pins.pins()));
    return clear;
  }

  private Button closeButton() {
    Button close = new Button("", new FontIcon(Feather.CHEVRON_DOWN));
    String help = messages.text("history.close");
    close.setId("history-close");
    close.getStyleClass().addAll("button-icon", "flat");
    close.setTooltip(new Tooltip(help));
    close.setAccessibleText(help);
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> pins.shown().set(false));
    return close;
  }

  /** Cells of pictures that stay are kept, with what has the focus. */
  private void showPins() {
    List<PinCell> cells = new ArrayList<>();
    for (Pin pin : pins.pins()) {
      cells.add(
          row.getChildren().stream()
              .map(PinCell.class::cast)
              .filter(cell -> cell.pin.equals(pin))
              .findFirst()
              .orElseGet(() -> new PinCell(pin)));
    }
    row.getChildren().setAll(cells);
  }

  /**
   * What can be done with a pinned picture.
   *
   * @param restore goes back to its state
   * @param copy puts it on the clipboard
   * @param save asks for a file and writes it
   */
  public record Actions(Consumer<Pin> restore, Consumer<Pin> copy, Consumer<Pin> save) {}

  /** One picture. */
  private final class PinCell extends Button {

    private final Pin pin;

    PinCell(Pin pin) {
      this.pin = pin;
      ImageGridView picture = new ImageGridView(GridGeometry.Scaling.FILL, 1);
      picture.setMinSize(THUMBNAIL, THUMBNAIL);
      picture.setPrefSize(THUMBNAIL, THUMBNAIL);
      picture.setMouseTransparent(true);
      ImageBatch few = someOf(pin.images());
      picture.show(few, ImageFile.nearSquareColumns(few.count()));
      setGraphic(picture);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      getStyleClass().addAll("flat", "pin");
      String help = messages.text("history.pin", OriginLine.of(pin.origin(), messages));
      setTooltip(new Tooltip(help));
      setAccessibleText(help);
      setOnAction(event -> actions.restore().accept(pin));
      setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.DELETE) {
              pins.remove(pin);
              event.consume();
            }
          });
      setContextMenu(
          new ContextMenu(
              item("restore", () -> actions.restore().accept(pin)),
              item("copy", () -> actions.copy().accept(pin)),
              item("save", () -> actions.save().accept(pin)),
              item("remove", () -> pins.remove(pin))));
    }

    /** From the whole picture, so that rows of classes are told apart. */
    private static ImageBatch someOf(ImageBatch images) {
      if (images.count() <= MOST_IMAGES) {
        return images;
      }
      int size = images.shape().size();
      float[] pixels = new float[MOST_IMAGES * size];
      for (int i = 0; i < MOST_IMAGES; i++) {
        int from = i * images.count() / MOST_IMAGES * size;
        System.arraycopy(images.pixels(), from, pixels, i * size, size);
      }
      return ImageBatch.unlabelled(images.shape(), pixels);
    }

    private MenuItem item(String name, Runnable action) {
      MenuItem item = new MenuItem(messages.text("history." + name));
      item.setId("pin-" + name);
      item.setOnAction(event -> action.run());
      return item;
    }
  }
}
