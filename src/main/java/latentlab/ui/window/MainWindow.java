package latentlab.ui.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.LabTab;
import latentlab.ui.text.Messages;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The content of the window: head, tabs and status line. For the JavaFX thread. */
public final class MainWindow {

  private static final double DEFAULT_WIDTH = 1280;
  private static final double DEFAULT_HEIGHT = 800;

  private final List<LabTab> labTabs;
  private final Messages messages;
  private final BorderPane root = new BorderPane();
  private final TabPane tabs = new TabPane();
  private final Button themeButton = new Button();
  private final Scene scene;
  private Theme theme;

  /**
   * Builds the content.
   *
   * @param labTabs from left to right
   * @param session whose model is named in the head
   * @param status is shown at the foot
   * @param state colours and tab to begin with
   * @param messages the words
   */
  public MainWindow(
      List<LabTab> labTabs,
      ExplorationSession session,
      StatusViewModel status,
      WindowState state,
      Messages messages) {
    this.labTabs = List.copyOf(labTabs);
    this.messages = messages;
    this.theme = state.theme();
    root.setTop(head(session));
    root.setCenter(tabs);
    root.setBottom(statusBar(status));
    root.getStyleClass().add("lab-window");
    scene = new Scene(root, DEFAULT_WIDTH, DEFAULT_HEIGHT);
    show(theme);
    addTabs(state.tab());
  }

  /**
   * The scene of the window.
   *
   * @return the same at each call
   */
  public Scene scene() {
    return scene;
  }

  /**
   * The colours at present.
   *
   * @return light or dark
   */
  public Theme theme() {
    return theme;
  }

  /**
   * The tab in front.
   *
   * @return its id
   */
  public String shownTab() {
    int index = tabs.getSelectionModel().getSelectedIndex();
    return index < 0 ? "" : labTabs.get(index).id();
  }

  /**
   * Brings a tab to the front.
   *
   * @param id as the tab gives it; nothing happens if there is none of that name
   */
  public void showTab(String id) {
    for (int i = 0; i < labTabs.size(); i++) {
      if (labTabs.get(i).id().equals(id)) {
        tabs.getSelectionModel().select(i);
      }
    }
  }

  /** Ends what the tabs have started. */
  public void close() {
    labTabs.forEach(LabTab::close);
  }

  private void addTabs(String first) {
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("lab-tabs");
    for (LabTab labTab : labTabs) {
      Tab tab = new Tab(labTab.title(), labTab.view());
      tab.setGraphic(new FontIcon(labTab.icon()));
      tab.setId("tab-" + labTab.id());
      tab.setOnSelectionChanged(event -> tell(labTab, tab.isSelected()));
      tabs.getTabs().add(tab);
    }
    showTab(first);
    // The first tab is in front before anyone could listen.
    if (!labTabs.isEmpty() && tabs.getSelectionModel().getSelectedIndex() == 0) {
      labTabs.get(0).onShown();
    }
  }

  private static void tell(LabTab labTab, boolean shown) {
    if (shown) {
      labTab.onShown();
    } else {
      labTab.onHidden();
    }
  }

  private Node head(ExplorationSession session) {
    Label title = new Label(messages.text("window.title"), new FontIcon(Feather.LAYERS));
    title.getStyleClass().add("head-title");
    Label subtitle = new Label(messages.text("window.subtitle"));
    subtitle.getStyleClass().add("head-subtitle");
    subtitle.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label model = new Label(modelTitle(session), new FontIcon(Feather.BOX));
    model.getStyleClass().add("head-model");
    model.setTooltip(new Tooltip(messages.text("window.model.tip")));
    session.model().addListener((property, old, now) -> model.setText(modelTitle(session)));
    themeButton.getStyleClass().addAll("button-icon", "flat");
    themeButton.setId("theme");
    themeButton.setOnAction(event -> show(theme.other()));
    HBox head = new HBox(title, subtitle, gap, model, themeButton);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("head");
    return head;
  }

  private String modelTitle(ExplorationSession session) {
    return session
        .current()
        .map(ExploredModel::title)
        .orElseGet(() -> messages.text("window.model.none"));
  }

  private void show(Theme next) {
    theme = next;
    theme.applyTo(scene);
    boolean light = theme == Theme.LIGHT;
    String words = messages.text(light ? "window.theme.dark" : "window.theme.light");
    themeButton.setGraphic(new FontIcon(light ? Feather.MOON : Feather.SUN));
    themeButton.setTooltip(new Tooltip(words));
    themeButton.setAccessibleText(words);
  }

  private static Node statusBar(StatusViewModel status) {
    StatusBar bar = new StatusBar();
    bar.textProperty().bind(status.text());
    bar.progressProperty().bind(status.progress());
    return bar;
  }
}
