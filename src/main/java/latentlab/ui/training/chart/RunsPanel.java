package latentlab.ui.training.chart;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of runs beside the charts: which curve is whose, and which are drawn. */
final class RunsPanel {

  private final LossRuns runs;
  private final Consumer<Path> explorer;
  private final Messages messages;
  private final BorderPane view = new BorderPane();
  private final VBox rows = new VBox();
  private final Label hint = new Label();

  /**
   * Lists the runs.
   *
   * @param runs what is listed
   * @param opener the button that opens stored trainings
   * @param explorer is given the folder of a stored training whose model is to be explored
   * @param messages the words
   */
  RunsPanel(LossRuns runs, Node opener, Consumer<Path> explorer, Messages messages) {
    this.runs = runs;
    this.explorer = explorer;
    this.messages = messages;
    hint.setText(messages.text("runs.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("form-note");
    rows.getStyleClass().add("runs-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("runs-scroll");
    VBox top = new VBox(axisChoice());
    top.getStyleClass().add("runs-top");
    VBox bottom = new VBox(opener);
    bottom.getStyleClass().add("runs-bottom");
    view.setTop(top);
    view.setCenter(scroll);
    view.setBottom(bottom);
    view.setId("runs-panel");
    view.getStyleClass().add("runs-panel");
    runs.earlier().addListener((ListChangeListener<LossRun>) change -> list());
    runs.present().addListener((property, old, now) -> list());
    list();
  }

  Node view() {
    return view;
  }

  private void list() {
    List<Node> all = new ArrayList<>();
    if (!runs.present().get().name().isEmpty()) {
      all.add(row(runs.present().get()));
    }
    runs.earlier().forEach(run -> all.add(row(run)));
    if (runs.earlier().isEmpty()) {
      all.add(hint);
    }
    rows.getChildren().setAll(all);
  }

  private Node row(LossRun run) {
    Label name = new Label(run.name(), RunSwatch.of(run));
    name.getStyleClass().add("run-name");
    name.setMinWidth(0);
    Label details = new Label(run.details());
    details.getStyleClass().add("form-note");
    details.setWrapText(true);
    details.setMaxHeight(Region.USE_PREF_SIZE);
    HBox head = new HBox(eye(run), name, gap());
    head.setAlignment(Pos.CENTER_LEFT);
    run.folder().ifPresent(folder -> head.getChildren().add(explore(run, folder)));
    if (!run.isPresent()) {
      head.getChildren().add(remove(run));
    }
    VBox row = new VBox(head, details);
    row.getStyleClass().add("runs-row");
    return row;
  }

  private Node eye(LossRun run) {
    ToggleButton eye = new ToggleButton();
    BooleanProperty shown = run.shown();
    eye.selectedProperty().bindBidirectional(shown);
    eye.setId("run-eye-" + run.look());
    name(eye, messages.text("runs.eye", run.name()));
    FontIcon icon = new FontIcon(shown.get() ? Feather.EYE : Feather.EYE_OFF);
    eye.setGraphic(icon);
    eye.selectedProperty()
        .addListener((property, old, now) -> icon.setIconCode(now ? Feather.EYE : Feather.EYE_OFF));
    return eye;
  }

  private Node explore(LossRun run, Path folder) {
    Button explore = new Button(null, new FontIcon(Feather.BOX));
    name(explore, messages.text("runs.explore", run.name()));
    explore.setOnAction(event -> explorer.accept(folder));
    return explore;
  }

  private Node remove(LossRun run) {
    Button remove = new Button(null, new FontIcon(Feather.X));
    remove.setId("run-remove-" + run.look());
    name(remove, messages.text("runs.remove", run.name()));
    remove.setOnAction(event -> runs.remove(run));
    return remove;
  }

  private static void name(ButtonBase button, String text) {
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.getStyleClass().addAll("button-icon", "flat", "run-button");
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private Node axisChoice() {
    Label label = new Label(messages.text("runs.axis"));
    ToggleGroup group = new ToggleGroup();
    HBox choice = new HBox();
    for (RunAxis axis : RunAxis.values()) {
      ToggleButton button = new ToggleButton(messages.text("runs.axis." + axis));
      button.setId("runs-axis-" + axis.name().toLowerCase(Locale.ROOT));
      button.setTooltip(new Tooltip(messages.text("runs.axis." + axis + ".tip")));
      button.getStyleClass().add(axis == RunAxis.STEP ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
      button.setToggleGroup(group);
      button.setUserData(axis);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            runs.axis().set(axis);
          });
      choice.getChildren().add(button);
    }
    runs.axis().addListener((property, old, now) -> select(group, now));
    select(group, runs.axis().get());
    HBox line = new HBox(label, gap(), choice);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static void select(ToggleGroup group, RunAxis axis) {
    group.getToggles().forEach(toggle -> toggle.setSelected(axis == toggle.getUserData()));
  }
}
