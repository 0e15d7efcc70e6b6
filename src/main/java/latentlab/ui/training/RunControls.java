package latentlab.ui.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons that start and steer a training, and their keys. */
final class RunControls {

  /** Two buttons share the first row, three the second. */
  private static final int COLUMNS = 6;

  private final TrainingRunViewModel run;
  private final Messages messages;
  private final GridPane view = new GridPane();
  private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();

  RunControls(
      TrainingRunViewModel run, TrainingFormViewModel form, Runnable save, Messages messages) {
    this.run = run;
    this.messages = messages;
    Button train = button("train", Feather.PLAY, () -> form.request().ifPresent(run::train));
    train.getStyleClass().add("accent");
    train.disableProperty().bind(form.ready().not().or(run.active()));
    Button pause = button("pause", Feather.PAUSE, run::pauseOrResume);
    pause.disableProperty().bind(in(RunPhase.RUNNING).or(in(RunPhase.PAUSED)).not());
    run.phase().addListener((property, old, now) -> showPauseOrResume(pause, now));
    Button step = button("step", Feather.SKIP_FORWARD, run::singleStep);
    step.disableProperty().bind(in(RunPhase.PAUSED).not());
    Button stop = button("stop", Feather.SQUARE, run::stop);
    stop.disableProperty().bind(run.active().not().or(in(RunPhase.STOPPING)));
    Button saveButton = button("save", Feather.SAVE, save);
    saveButton.disableProperty().bind(run.trained().isNull());
    view.getStyleClass().add("run-controls");
    view.getColumnConstraints().setAll(Collections.nCopies(COLUMNS, column()));
    view.add(train, 0, 0, COLUMNS / 2, 1);
    view.add(saveButton, COLUMNS / 2, 0, COLUMNS / 2, 1);
    view.add(pause, 0, 1, COLUMNS / 3, 1);
    view.add(step, COLUMNS / 3, 1, COLUMNS / 3, 1);
    view.add(stop, 2 * COLUMNS / 3, 1, COLUMNS / 3, 1);
    addPlayer("discriminator", Player.DISCRIMINATOR, 0);
    addPlayer("generator", Player.GENERATOR, COLUMNS / 2);
    key(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), train);
    key(new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN), pause);
    key(new KeyCodeCombination(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN), step);
    key(new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN), stop);
    key(new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN), saveButton);
  }

  /** Half a row for a step of one player, while there are two. */
  private void addPlayer(String name, Player player, int column) {
    Button button = button("step." + name, Feather.SKIP_FORWARD, () -> run.singleStep(player));
    button.disableProperty().bind(in(RunPhase.PAUSED).not());
    button.visibleProperty().bind(run.adversarial());
    button.managedProperty().bind(run.adversarial());
    view.add(button, column, 2, COLUMNS / 2, 1);
  }

  Node view() {
    return view;
  }

  /** The keys work wherever the focus is, while the tab is in front. */
  void addKeysTo(Scene scene) {
    scene.getAccelerators().putAll(keys);
  }

  void removeKeysFrom(Scene scene) {
    keys.keySet().forEach(scene.getAccelerators()::remove);
  }

  private void key(KeyCombination combination, Button button) {
    keys.put(combination, button::fire);
  }

  private BooleanBinding in(RunPhase phase) {
    return Bindings.createBooleanBinding(() -> run.phase().get() == phase, run.phase());
  }

  private void showPauseOrResume(Button button, RunPhase phase) {
    boolean paused = phase == RunPhase.PAUSED;
    String key = paused ? "training.resume" : "training.pause";
    button.setText(messages.text(key));
    button.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
    button.setTooltip(new Tooltip(messages.text(key + ".tip")));
    button.setAccessibleText(messages.text(key));
  }

  private Button button(String name, Ikon icon, Runnable action) {
    String key = "training." + name;
    Button button = new Button(messages.text(key), new FontIcon(icon));
    button.setId(key.replace('.', '-'));
    button.setTooltip(new Tooltip(messages.text(key + ".tip")));
    button.setAccessibleText(messages.text(key));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static ColumnConstraints column() {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(100.0 / COLUMNS);
    return column;
  }
}
