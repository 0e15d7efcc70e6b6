package latentlab.ui.codes;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import latentlab.ui.form.FormSide;
import latentlab.ui.form.HelpLine;
import latentlab.ui.input.ImageInput;
import latentlab.ui.session.CapableModels;
import latentlab.ui.session.ModelOffers;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The tab: the image on the left, its codes and what they draw, the palette, and how often. */
final class CodesView extends StackPane {

  private static final double SPACING = 12;
  private static final double SIDE_WIDTH = 348;
  private static final double PAD = 252;
  private static final double USAGE_HEIGHT = 56;

  private final CodesViewModel viewModel;
  private final Messages messages;
  private final CodeGridPane grid;
  private final PalettePane palette;
  private final UsageChart chart = new UsageChart();
  private final FramedPicture before;
  private final FramedPicture after;
  private final Spinner<Integer> code = new Spinner<>(0, 1, 0);
  private final Label usage = new Label();
  private final Label paletteTitle = new Label();
  private final ModelOffers<ShelvedModel> offers;
  private final HBox content;
  private boolean showing;

  CodesView(
      CodesViewModel viewModel,
      CapableModels<ShelvedModel> shelf,
      Consumer<ShelvedModel> explore,
      Messages messages) {
    this.viewModel = viewModel;
    this.messages = messages;
    getStylesheets()
        .add(
            Objects.requireNonNull(CodesView.class.getResource("codes.css"), "style")
                .toExternalForm());
    getStyleClass().add("codes");
    grid = new CodeGridPane(viewModel, viewModel::chooseCell, messages);
    palette = new PalettePane(viewModel, viewModel::swap);
    before = new FramedPicture(messages.text("codes.before"));
    after = new FramedPicture(messages.text("codes.after"));
    content = new HBox(side(), mainPane());
    offers =
        new ModelOffers<>("codes", shelf, ShelvedModel::id, ShelvedModel::title, explore, messages);
    getChildren().addAll(content, offers);
    listen(shelf);
    showStage();
    showModel();
    showCodes();
    showUsage();
  }

  private Node side() {
    Label title = new Label(messages.text("codes.input"));
    title.getStyleClass().add("pane-title");
    VBox form =
        new VBox(
            10,
            title,
            new ImageInput(viewModel.input(), PAD, messages),
            new PriorPane(viewModel, messages));
    form.getStyleClass().add("codes-form");
    return new FormSide(form, SIDE_WIDTH, "codes-side");
  }

  private Node mainPane() {
    HBox pictures =
        new HBox(
            SPACING,
            titled("codes.before", before),
            titled("codes.grid", grid),
            titled("codes.after", after));
    pictures.setMinHeight(0);
    pictures.setPrefHeight(1);
    VBox.setVgrow(pictures, Priority.ALWAYS);
    palette.setPrefHeight(1);
    VBox.setVgrow(palette, Priority.ALWAYS);
    chart.setPrefHeight(USAGE_HEIGHT);
    chart.setMinHeight(USAGE_HEIGHT);
    usage.setId("codes-usage");
    usage.setMinHeight(Region.USE_PREF_SIZE);
    VBox main =
        new VBox(
            6,
            pictures,
            controls(),
            palette,
            usage,
            chart,
            new HelpLine("codes-footer", viewModel.problem(), messages.text("codes.help")));
    main.setPadding(new Insets(SPACING));
    main.setMinWidth(0);
    HBox.setHgrow(main, Priority.ALWAYS);
    return main;
  }

  private Node titled(String key, Region node) {
    Label title = new Label(messages.text(key));
    title.getStyleClass().add("pane-title");
    VBox box = new VBox(4, title, node);
    box.setAlignment(Pos.CENTER);
    box.setMinWidth(0);
    box.setPrefWidth(1);
    VBox.setVgrow(node, Priority.ALWAYS);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private Node controls() {
    code.setId("codes-code");
    code.setEditable(true);
    code.setPrefWidth(90);
    code.setMinWidth(90);
    code.setTooltip(new Tooltip(messages.text("codes.code.tip")));
    code.setAccessibleText(messages.text("codes.code.tip"));
    code.valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing && now != null) {
                viewModel.swap(now);
              }
            });
    Button reset = new Button(messages.text("codes.reset"));
    reset.setId("codes-reset");
    reset.setTooltip(new Tooltip(messages.text("codes.reset.tip")));
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.setOnAction(event -> viewModel.reset());
    paletteTitle.setId("codes-palette-title");
    paletteTitle.setMinWidth(0);
    HBox.setHgrow(paletteTitle, Priority.ALWAYS);
    paletteTitle.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, paletteTitle, new Label(messages.text("codes.code")), code, reset);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void listen(CapableModels<ShelvedModel> shelf) {
    InvalidationListener stage = observable -> showStage();
    viewModel.stage().addListener(stage);
    viewModel.problem().addListener(stage);
    shelf.found().addListener(stage);
    shelf.looking().addListener(stage);
    viewModel.model().addListener((property, old, now) -> showModel());
    viewModel.input().image().addListener((property, old, now) -> before.show(now));
    viewModel.picture().addListener((property, old, now) -> after.show(now));
    viewModel.codes().addListener((property, old, now) -> showCodes());
    viewModel.cell().addListener((property, old, now) -> showCodes());
    viewModel.usage().addListener((property, old, now) -> showUsage());
    grid.under().addListener((property, old, now) -> frame(now.intValue()));
    palette.under().addListener((property, old, now) -> showCodes());
    chart.under().addListener((property, old, now) -> showUsage());
    before.show(viewModel.input().image().get());
  }

  private void showModel() {
    CodeModel model = viewModel.model().get();
    showing = true;
    int last = model == null ? 1 : model.bookSize() - 1;
    ((IntegerSpinnerValueFactory) code.getValueFactory()).setMax(last);
    showing = false;
  }

  private void frame(int place) {
    CodeModel model = viewModel.model().get();
    int framed = place == CodesViewModel.NONE ? viewModel.cell().get() : place;
    @Nullable Patch patch =
        model == null || framed == CodesViewModel.NONE ? null : Patch.of(model, framed, 0);
    before.frame(patch);
    after.frame(patch);
  }

  private void showCodes() {
    int[] codes = viewModel.codes().get();
    int place = viewModel.cell().get();
    CodeModel model = viewModel.model().get();
    boolean chosen = codes != null && place != CodesViewModel.NONE;
    code.setDisable(!chosen);
    frame(grid.under().get());
    if (codes == null || !chosen || model == null) {
      paletteTitle.setText(messages.text("codes.palette.empty"));
      return;
    }
    showing = true;
    code.getValueFactory().setValue(codes[place]);
    showing = false;
    int pointed = palette.under().get();
    paletteTitle.setText(
        pointed >= 0
            ? messages.text("codes.palette.under", pointed, occurrences(pointed))
            : messages.text(
                "codes.palette",
                place / model.columns() + 1,
                place % model.columns() + 1,
                codes[place]));
  }

  private String occurrences(int pointed) {
    CodeUsage counted = viewModel.usage().get();
    return counted == null || counted.images() == 0
        ? "?"
        : Integer.toString(counted.counts()[pointed]);
  }

  private void showUsage() {
    CodeUsage counted = viewModel.usage().get();
    chart.show(counted);
    if (counted == null || counted.images() == 0) {
      usage.setText(messages.text("codes.usage.none"));
      return;
    }
    int pointed = chart.under().get();
    usage.setText(
        pointed >= 0
            ? messages.text("codes.usage.under", pointed, counted.counts()[pointed])
            : messages.text(
                "codes.usage",
                counted.images(),
                counted.counts().length - counted.dead(),
                counted.counts().length,
                counted.dead(),
                String.format(Locale.ROOT, "%.1f", counted.perplexity())));
  }

  private void showStage() {
    CodesViewModel.Stage stage = viewModel.stage().get();
    String problem = viewModel.problem().get();
    content.setVisible(stage == CodesViewModel.Stage.READY);
    offers.setVisible(stage != CodesViewModel.Stage.READY);
    switch (stage) {
      case WAITING -> offers.showWaiting(problem);
      case WITHOUT_CODES -> offers.showOthers(problem);
      case READY -> {
        // The content is in its place.
      }
    }
  }
}
