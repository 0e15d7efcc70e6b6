package latentlab.ui.classes;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.form.FormSide;
import latentlab.ui.form.HelpLine;
import latentlab.ui.session.CapableModels;
import latentlab.ui.session.ModelOffers;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The tab: what is wanted on the left, the sheets on the right, one hand in all classes below. */
final class ClassesView extends StackPane {

  private static final double SPACING = 12;
  private static final double FORM_WIDTH = 348;
  private static final double HAND_HEIGHT = 142;

  private final ClassesViewModel viewModel;
  private final HBox content;
  private final ModelOffers<ClassModel> offers;
  private final EventHandler<KeyEvent> keys = this::keyPressed;
  private @Nullable Scene listenedTo;
  private boolean shown;

  /** {@code explore} is given the id of a model of the shelf that all tabs shall explore. */
  ClassesView(
      ClassesViewModel viewModel,
      CapableModels<ClassModel> shelf,
      Consumer<String> explore,
      Messages messages) {
    this.viewModel = viewModel;
    getStylesheets()
        .add(
            Objects.requireNonNull(ClassesView.class.getResource("classes.css"), "style")
                .toExternalForm());
    getStyleClass().add("classes");
    MarkColours colours = new MarkColours(messages);
    colours.visibleProperty().bind(viewModel.marks());
    SheetsPane sheets = new SheetsPane(viewModel, colours, messages);
    VBox.setVgrow(sheets, Priority.ALWAYS);
    Sides sides = new Sides(viewModel, new ModelChoice(viewModel.beside(), messages), messages);
    HandPane hand = new HandPane(viewModel, colours, sides.choosing(), messages);
    hand.setMinHeight(HAND_HEIGHT);
    hand.setPrefHeight(HAND_HEIGHT);
    hand.setMaxHeight(HAND_HEIGHT);
    Label handTitle = new Label(messages.text("classes.hand.title"));
    handTitle.getStyleClass().add("sheet-title");
    VBox main =
        new VBox(
            SPACING / 2,
            sheets,
            colours,
            handTitle,
            hand,
            new HelpLine("classes-footer", viewModel.problem(), messages.text("classes.help")));
    main.setPadding(new Insets(SPACING));
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    content = new HBox(side(sides), main);
    offers =
        new ModelOffers<>(
            "classes",
            shelf,
            ClassModel::id,
            ClassModel::title,
            model -> explore.accept(model.id()),
            messages);
    getChildren().addAll(content, offers);
    InvalidationListener changed = observable -> showStage();
    viewModel.stage().addListener(changed);
    viewModel.problem().addListener(changed);
    shelf.found().addListener(changed);
    shelf.looking().addListener(changed);
    sceneProperty().addListener((property, old, now) -> listen());
    showStage();
  }

  private static FormSide side(Sides sides) {
    return new FormSide(sides, FORM_WIDTH, "classes-side");
  }

  /** The digits choose classes wherever the keyboard's focus is, but not while one types. */
  void setShown(boolean now) {
    shown = now;
    listen();
  }

  private void listen() {
    if (listenedTo != null) {
      listenedTo.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
      listenedTo = null;
    }
    Scene scene = getScene();
    if (shown && scene != null) {
      scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
      listenedTo = scene;
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl
        || event.getTarget() instanceof Spinner
        || event.isShortcutDown()
        || event.isAltDown()
        || viewModel.stage().get() != ClassesViewModel.Stage.READY) {
      return;
    }
    KeyCode code = event.getCode();
    if (code.isDigitKey()) {
      int label = code.getName().charAt(code.getName().length() - 1) - '0';
      if (event.isShiftDown()) {
        viewModel.toggle(label);
      } else {
        viewModel.chooseOnly(label);
      }
      event.consume();
    } else if (code == KeyCode.A && !event.isShiftDown()) {
      viewModel.chooseAll();
      event.consume();
    } else if (code == KeyCode.N && !event.isShiftDown()) {
      viewModel.choose(now -> now.withSeed(now.seed() + 1));
      event.consume();
    }
  }

  private void showStage() {
    ClassesViewModel.Stage stage = viewModel.stage().get();
    String problem = viewModel.problem().get();
    content.setVisible(stage == ClassesViewModel.Stage.READY);
    offers.setVisible(stage != ClassesViewModel.Stage.READY);
    switch (stage) {
      case WAITING -> offers.showWaiting(problem);
      case WITHOUT_CLASSES -> offers.showOthers(problem);
      case READY -> {
        // The content is in its place.
      }
    }
  }
}
