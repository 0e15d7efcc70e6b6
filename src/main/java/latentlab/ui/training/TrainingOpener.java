package latentlab.ui.training;

import java.io.File;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks for the folder of a stored training: any, or one that the window knows. */
final class TrainingOpener {

  private final StoredTrainings trainings;
  private final Messages messages;
  private final MenuButton known = new MenuButton(null, new FontIcon(Feather.CLOCK));
  private final HBox view = new HBox();

  TrainingOpener(StoredTrainings trainings, Messages messages) {
    this.trainings = trainings;
    this.messages = messages;
    Button open = new Button(messages.text("runs.open"), new FontIcon(Feather.FOLDER));
    open.setId("runs-open");
    open.setTooltip(new Tooltip(messages.text("runs.open.tip")));
    open.setMaxWidth(Double.MAX_VALUE);
    open.setOnAction(event -> choose());
    HBox.setHgrow(open, Priority.ALWAYS);
    known.setId("runs-known");
    known.setTooltip(new Tooltip(messages.text("runs.known.tip")));
    known.setAccessibleText(messages.text("runs.known.tip"));
    known.getStyleClass().add("runs-known");
    trainings.known().addListener((ListChangeListener<Path>) change -> list());
    list();
    view.getChildren().setAll(open, known);
    view.getStyleClass().add("runs-opener");
  }

  Node view() {
    return view;
  }

  private void list() {
    known.setDisable(trainings.known().isEmpty());
    known.getItems().setAll(trainings.known().stream().map(this::item).toList());
  }

  private MenuItem item(Path folder) {
    MenuItem item = new MenuItem(folder.toString());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> trainings.open(folder));
    return item;
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.text("runs.open.title"));
    File chosen = chooser.showDialog(view.getScene().getWindow());
    if (chosen != null) {
      trainings.open(chosen.toPath());
    }
  }
}
