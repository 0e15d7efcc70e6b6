package latentlab.ui.training;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.models.ModelFamily;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form on the left of the training tab. */
final class TrainingFormView {

  private final TrainingFormViewModel form;
  private final DownloadViewModel download;
  private final Messages messages;
  private final VBox settings = new VBox();
  private final VBox content = new VBox();
  private final ScrollPane view = new ScrollPane(content);

  TrainingFormView(TrainingFormViewModel form, DownloadViewModel download, Messages messages) {
    this.form = form;
    this.download = download;
    this.messages = messages;
    settings.getStyleClass().add("form-section");
    content.getStyleClass().add("training-form");
    content
        .getChildren()
        .setAll(
            heading("training.data"),
            choice("training.dataset", form.datasets(), form.dataset(), datasetNames()),
            choice("training.split", splits(), form.split(), splitNames()),
            originLine(),
            downloadLine(),
            heading("training.model"),
            choice("training.family", form.families(), form.family(), familyTitles()),
            summaryLine(),
            settings,
            heading("training.plan"));
    form.plan().forEach(field -> content.getChildren().add(new FieldRow(field).view()));
    content.getChildren().add(problemLine());
    form.config().addListener((property, old, now) -> showSettings(now));
    showSettings(form.config().get());
    view.setFitToWidth(true);
    view.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    view.setAccessibleText(messages.text("training.form.help"));
    view.getStyleClass().addAll("edge-to-edge", "training-form-scroll");
  }

  Node view() {
    return view;
  }

  private void showSettings(@Nullable ConfigFields fields) {
    settings.getChildren().clear();
    if (fields != null) {
      fields.fields().forEach(field -> settings.getChildren().add(new FieldRow(field).view()));
    }
  }

  private Label heading(String key) {
    Label heading = new Label(messages.text(key));
    heading.getStyleClass().add("form-heading");
    return heading;
  }

  private <T> Node choice(
      String key,
      ObservableList<T> items,
      ObjectProperty<@Nullable T> value,
      StringConverter<T> names) {
    ComboBox<T> box = new ComboBox<>(items);
    box.setConverter(names);
    box.valueProperty().bindBidirectional(value);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setId(key.replace('.', '-'));
    return FieldRow.labelledAbove(messages.text(key), messages.text(key + ".help"), box);
  }

  private StringConverter<DatasetListing> datasetNames() {
    return new OneWayConverter<>(
        listing ->
            listing.present()
                ? listing.name()
                : messages.text("training.dataset.missing", listing.name()));
  }

  private static ObservableList<SplitChoice> splits() {
    return FXCollections.observableArrayList(SplitChoice.values());
  }

  private StringConverter<SplitChoice> splitNames() {
    return new OneWayConverter<>(choice -> messages.text("training.split." + choice));
  }

  private StringConverter<ModelFamily<?>> familyTitles() {
    return new OneWayConverter<>(messages.terms()::title);
  }

  private Node originLine() {
    Label origin = note();
    origin
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  DatasetListing listing = form.dataset().get();
                  return listing == null ? "" : messages.terms().origin(listing);
                },
                form.dataset()));
    return origin;
  }

  private Node summaryLine() {
    Label summary = note();
    summary
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  ModelFamily<?> family = form.family().get();
                  return family == null ? "" : messages.terms().summary(family);
                },
                form.family()));
    return summary;
  }

  private Node problemLine() {
    Label problem = new Label();
    problem.setWrapText(true);
    problem.getStyleClass().add("form-problem");
    problem.textProperty().bind(form.problem());
    return problem;
  }

  /** Shown only while the chosen data set is absent or on its way. */
  private Node downloadLine() {
    Button start = new Button(messages.text("training.download"), new FontIcon(Feather.DOWNLOAD));
    start.setOnAction(event -> startDownload());
    Button cancel = new Button(messages.text("training.download.cancel"), new FontIcon(Feather.X));
    cancel.setOnAction(event -> download.cancel());
    start.managedProperty().bind(start.visibleProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    start.visibleProperty().bind(download.active().not());
    cancel.visibleProperty().bind(download.active());
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(download.fraction());
    bar.visibleProperty().bind(download.active());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox line = new HBox(start, cancel, bar);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("download-line");
    Label message = note();
    message.textProperty().bind(download.message());
    VBox box = new VBox(line, message);
    box.managedProperty().bind(box.visibleProperty());
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> download.active().get() || isAbsent(form.dataset().get()),
                download.active(),
                form.dataset()));
    return box;
  }

  private static boolean isAbsent(@Nullable DatasetListing listing) {
    return listing != null && !listing.present();
  }

  private void startDownload() {
    DatasetListing listing = form.dataset().get();
    if (listing != null) {
      download.start(listing.name());
    }
  }

  private static Label note() {
    Label note = new Label();
    note.setWrapText(true);
    note.getStyleClass().add("form-note");
    note.managedProperty().bind(note.textProperty().isNotEmpty());
    return note;
  }

  static void explain(Control control, String help) {
    Tooltip tooltip = new Tooltip(help);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    control.setTooltip(tooltip);
    control.setAccessibleHelp(help);
  }
}
