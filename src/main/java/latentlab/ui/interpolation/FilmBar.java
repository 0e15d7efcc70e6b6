package latentlab.ui.interpolation;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Plays the way, goes along it, and writes it to files. */
final class FilmBar extends HBox {

  private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

  private final InterpolationViewModel viewModel;
  private final Film film;
  private final InterpolationExport export;
  private final Messages messages;
  private final Slider slider = new Slider(0, 1, 0);
  private boolean showing;

  FilmBar(InterpolationViewModel viewModel, InterpolationExport export, Messages messages) {
    super(8);
    this.viewModel = viewModel;
    this.film = viewModel.film();
    this.export = export;
    this.messages = messages;
    setAlignment(Pos.CENTER_LEFT);
    slider.setId("interpolation-slider");
    slider.setAccessibleText(messages.text("interpolation.slider"));
    slider.setTooltip(new Tooltip(messages.text("interpolation.slider")));
    slider.setBlockIncrement(0.02);
    slider.setMinorTickCount(0);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing) {
                film.goTo(now.doubleValue());
              }
            });
    film.position().addListener((property, old, now) -> showPosition());
    viewModel.anchors().addListener((ListChangeListener<Anchor>) change -> showAnchors());
    Label place = new Label();
    place
        .textProperty()
        .bind(film.position().map(at -> String.format(Locale.ROOT, "%.2f", at.doubleValue())));
    place.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(play(), slider, place, speed(), toAndFro(), exports());
    showAnchors();
  }

  private void showPosition() {
    showing = true;
    slider.setValue(film.position().get());
    showing = false;
  }

  /** A tick for each anchor. */
  private void showAnchors() {
    slider.setMajorTickUnit(1.0 / (viewModel.anchors().size() - 1));
    slider.setShowTickMarks(true);
  }

  private Button play() {
    FontIcon icon = new FontIcon(Feather.PLAY);
    film.playing()
        .addListener((property, old, now) -> icon.setIconCode(now ? Feather.PAUSE : Feather.PLAY));
    Button play = new Button("", icon);
    play.setId("interpolation-play");
    play.getStyleClass().add("button-icon");
    play.setTooltip(new Tooltip(messages.text("interpolation.play.tip")));
    play.setAccessibleText(messages.text("interpolation.play.tip"));
    play.setOnAction(event -> film.playOrPause());
    return play;
  }

  private ComboBox<Double> speed() {
    ComboBox<Double> speed = new ComboBox<>();
    speed.getItems().setAll(SPEEDS);
    speed.setConverter(
        new OneWayConverter<>(value -> messages.text("interpolation.speed.value", value)));
    speed.setValue(film.speed().get());
    speed.setId("interpolation-speed");
    speed.setMinWidth(Region.USE_PREF_SIZE);
    speed.setTooltip(new Tooltip(messages.text("interpolation.speed.tip")));
    speed.setAccessibleText(messages.text("interpolation.speed.tip"));
    speed.valueProperty().addListener((property, old, now) -> film.chooseSpeed(now));
    return speed;
  }

  private ToggleButton toAndFro() {
    ToggleButton both = new ToggleButton("", new FontIcon(Feather.REPEAT));
    both.setId("interpolation-to-and-fro");
    both.getStyleClass().add("button-icon");
    both.setSelected(film.toAndFro().get());
    both.setTooltip(new Tooltip(messages.text("interpolation.to-and-fro.tip")));
    both.setAccessibleText(messages.text("interpolation.to-and-fro.tip"));
    both.selectedProperty().addListener((property, old, now) -> film.chooseToAndFro(now));
    return both;
  }

  private MenuButton exports() {
    MenuButton menu = new MenuButton(messages.text("interpolation.export"));
    menu.setId("interpolation-export");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setTooltip(new Tooltip(messages.text("interpolation.export.tip")));
    menu.getItems()
        .addAll(
            item("gif", "*.gif", export::writeGif),
            item("png", "*.png", export::writePng),
            item("npy", "*.npy", export::writeCodes));
    return menu;
  }

  private MenuItem item(String kind, String pattern, Consumer<Path> action) {
    MenuItem item = new MenuItem(messages.text("interpolation.export." + kind));
    item.setId("interpolation-export-" + kind);
    item.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(messages.text("interpolation.export." + kind));
          chooser.setInitialFileName("interpolation." + kind);
          chooser
              .getExtensionFilters()
              .add(new FileChooser.ExtensionFilter(kind.toUpperCase(Locale.ROOT), pattern));
          File file = chooser.showSaveDialog(getScene().getWindow());
          if (file != null) {
            Path path = file.toPath();
            action.accept(
                path.toString().endsWith("." + kind)
                    ? path
                    : path.resolveSibling(path.getFileName() + "." + kind));
          }
        });
    return item;
  }
}
