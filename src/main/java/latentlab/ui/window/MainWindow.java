package latentlab.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.help.FirstSteps;
import latentlab.ui.help.FirstStepsViewModel;
import latentlab.ui.help.HelpButton;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.text.Language;
import latentlab.ui.text.Messages;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The content of the window: head, tabs and status line. For the JavaFX thread. */
public final class MainWindow {

  private static final double DEFAULT_WIDTH = 1280;
  private static final double DEFAULT_HEIGHT = 800;

  private final List<LabTab> labTabs;
  private final Messages messages;
  private final StackPane layers = new StackPane();
  private final FirstStepsViewModel firstSteps = new FirstStepsViewModel();
  private final LanguageMenu languages;
  private final TabPane tabs = new TabPane();
  private final Button themeButton = new Button();
  private final Scene scene;
  private final HBox tools = new HBox();
  private final VBox foot = new VBox();
  private final ReadOnlyObjectWrapper<@Nullable LabTab> front =
      new ReadOnlyObjectWrapper<>(this, "front");
  private Theme theme;

  /**
   * Builds the content.
   *
   * @param labTabs from left to right
   * @param opening chooses the model that is named in the head
   * @param status is shown at the foot
   * @param state colours and tab to begin with
   * @param messages the words
   */
  public MainWindow(
      List<LabTab> labTabs,
      ModelOpening opening,
      StatusViewModel status,
      WindowState state,
      Messages messages) {
    this.labTabs = List.copyOf(labTabs);
    this.messages = messages;
    this.theme = state.theme();
    this.languages =
        new LanguageMenu(
            state.language(),
            () -> status.announce(messages.text("window.language.later")),
            messages);
    BorderPane root = new BorderPane(tabs);
    root.setTop(head(opening));
    foot.getChildren().add(statusBar(status));
    root.setBottom(foot);
    root.getStyleClass().add("lab-window");
    layers.getChildren().addAll(root, new FirstSteps(firstSteps, messages).view());
    scene = new Scene(layers, DEFAULT_WIDTH, DEFAULT_HEIGHT);
    show(theme);
    addTabs(state.tab());
    if (!state.introduced()) {
      firstSteps.begin();
    }
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
   * Changes the colours.
   *
   * @param next light or dark
   */
  public void use(Theme next) {
    show(next);
  }

  /**
   * The tabs.
   *
   * @return from left to right
   */
  public List<LabTab> labTabs() {
    return labTabs;
  }

  /**
   * The language that was chosen for the next start.
   *
   * @return empty for that of the system
   */
  public Optional<Language> language() {
    return languages.chosen();
  }

  /**
   * Whether the sentences for newcomers have been read or put away.
   *
   * @return false as long as they are shown
   */
  public boolean introduced() {
    return !firstSteps.shown().get();
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

  /**
   * The tab in front.
   *
   * @return holds null only while there is no tab
   */
  public ReadOnlyObjectProperty<@Nullable LabTab> front() {
    return front.getReadOnlyProperty();
  }

  /**
   * Adds buttons to the head, beside that of the colours.
   *
   * @param node acts on the tab in front
   */
  public void addTools(Node node) {
    tools.getChildren().add(node);
  }

  /**
   * Adds a strip between the tabs and the status line.
   *
   * @param node as wide as the window
   */
  public void addStrip(Node node) {
    foot.getChildren().add(foot.getChildren().size() - 1, node);
  }

  /** Ends what the tabs have started. */
  public void close() {
    labTabs.forEach(LabTab::close);
  }

  private void addTabs(String first) {
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("lab-tabs");
    for (LabTab labTab : labTabs) {
      Tab tab = new Tab(labTab.title());
      tab.setGraphic(new FontIcon(labTab.icon()));
      tab.setId("tab-" + labTab.id());
      tab.setOnSelectionChanged(event -> tell(labTab, tab));
      tabs.getTabs().add(tab);
    }
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .addListener((property, old, now) -> showFront());
    showTab(first);
    showFront();
    // The first tab is in front before anyone could listen.
    if (!labTabs.isEmpty() && tabs.getSelectionModel().getSelectedIndex() == 0) {
      show(labTabs.get(0), tabs.getTabs().get(0));
    }
  }

  private void showFront() {
    int index = tabs.getSelectionModel().getSelectedIndex();
    front.set(index < 0 ? null : labTabs.get(index).built());
  }

  private static void tell(LabTab labTab, Tab tab) {
    if (tab.isSelected()) {
      show(labTab, tab);
    } else {
      labTab.onHidden();
    }
  }

  private static void show(LabTab labTab, Tab tab) {
    if (tab.getContent() == null) {
      tab.setContent(labTab.view());
    }
    labTab.onShown();
  }

  private Node head(ModelOpening opening) {
    Label title = new Label(messages.text("window.title"), new FontIcon(Feather.LAYERS));
    title.getStyleClass().add("head-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HelpButton help = new HelpButton(this::shownTab, messages);
    Node model = new ModelMenu(opening, messages).view();
    themeButton.getStyleClass().addAll("button-icon", "flat");
    themeButton.setId("theme");
    themeButton.setOnAction(event -> show(theme.other()));
    HBox head = new HBox(title, gap, model, tools, help.view(), languages.view(), themeButton);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("head");
    return head;
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
