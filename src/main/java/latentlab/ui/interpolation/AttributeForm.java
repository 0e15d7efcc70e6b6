package latentlab.ui.interpolation;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.data.property.ImageProperty;
import latentlab.ui.form.FormRows;
import latentlab.ui.text.Messages;
import latentlab.ui.text.OneWayConverter;

/** Chooses what is added to every code of the way. */
final class AttributeForm extends VBox {

  /** What can be chosen. */
  private enum Kind {
    NONE,
    THICKNESS,
    SLANT,
    CLASSES
  }

  private final InterpolationViewModel viewModel;
  private final ComboBox<Kind> kind = new ComboBox<>();
  private final ComboBox<Integer> from = new ComboBox<>();
  private final ComboBox<Integer> to = new ComboBox<>();
  private boolean showing;

  AttributeForm(InterpolationViewModel viewModel, FormRows rows, Messages messages) {
    super(6);
    this.viewModel = viewModel;
    kind.setConverter(
        new OneWayConverter<>(one -> messages.text("interpolation.attribute." + one)));
    from.setConverter(new OneWayConverter<>(this::className));
    to.setConverter(new OneWayConverter<>(this::className));
    HBox fromRow = rows.row("from", from);
    fromRow.getChildren().addAll(rows.row("to", to).getChildren());
    ((Label) fromRow.getChildren().get(2)).setMinWidth(20);
    ((Label) fromRow.getChildren().get(2)).setPrefWidth(20);
    Slider strength =
        new Slider(
            -InterpolationViewModel.LARGEST_STRENGTH,
            InterpolationViewModel.LARGEST_STRENGTH,
            viewModel.strength().get());
    strength.setBlockIncrement(0.1);
    strength
        .valueProperty()
        .addListener((property, old, now) -> viewModel.chooseStrength(now.doubleValue()));
    viewModel.strength().addListener((property, old, now) -> strength.setValue(now.doubleValue()));
    HBox strengthRow = rows.row("strength", strength, "%.1f");
    getChildren().addAll(rows.row("attribute", kind), fromRow, strengthRow);
    FormRows.showWhile(fromRow, kind.valueProperty().isEqualTo(Kind.CLASSES));
    strengthRow.disableProperty().bind(kind.valueProperty().isEqualTo(Kind.NONE));
    kind.valueProperty().addListener((property, old, now) -> choose());
    from.valueProperty().addListener((property, old, now) -> choose());
    to.valueProperty().addListener((property, old, now) -> choose());
    viewModel.input().classNames().addListener((property, old, now) -> showClasses());
    viewModel.attribute().addListener((property, old, now) -> showAttribute(now));
    showClasses();
    showAttribute(viewModel.attribute().get());
  }

  private void showClasses() {
    showing = true;
    int count = viewModel.input().classNames().get().size();
    Kind before = kind.getValue();
    kind.getItems()
        .setAll(
            count > 1 ? List.of(Kind.values()) : List.of(Kind.NONE, Kind.THICKNESS, Kind.SLANT));
    kind.setValue(before == null || !kind.getItems().contains(before) ? Kind.NONE : before);
    for (ComboBox<Integer> classes : List.of(from, to)) {
      Integer chosen = classes.getValue();
      classes.getItems().setAll(IntStream.range(0, count).boxed().toList());
      classes.setValue(
          chosen != null && chosen < count ? chosen : classes == from || count < 2 ? 0 : 1);
    }
    showing = false;
  }

  private void showAttribute(Attribute attribute) {
    showing = true;
    if (attribute instanceof Attribute.Classes classes) {
      kind.setValue(Kind.CLASSES);
      from.setValue(classes.from());
      to.setValue(classes.to());
    } else if (attribute instanceof Attribute.Measured measured) {
      kind.setValue(measured.property() == ImageProperty.THICKNESS ? Kind.THICKNESS : Kind.SLANT);
    } else {
      kind.setValue(Kind.NONE);
    }
    showing = false;
  }

  private void choose() {
    Kind chosen = kind.getValue();
    Integer start = from.getValue();
    Integer end = to.getValue();
    if (showing || chosen == null || start == null || end == null) {
      return;
    }
    viewModel.chooseAttribute(
        switch (chosen) {
          case NONE -> Attribute.NONE;
          case THICKNESS -> new Attribute.Measured(ImageProperty.THICKNESS);
          case SLANT -> new Attribute.Measured(ImageProperty.SLANT);
          case CLASSES -> new Attribute.Classes(start, end);
        });
  }

  private String className(int index) {
    List<String> names = viewModel.input().classNames().get();
    return index < names.size() ? names.get(index) : Integer.toString(index);
  }
}
