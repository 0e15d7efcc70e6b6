package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.training.watch.TrainingWarning;
import latentlab.ui.text.Language;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PolishFormTest {

  private static final Messages POLISH = Messages.load(Language.POLISH);
  private static final Messages ENGLISH = Messages.load(Language.ENGLISH);

  private final ConfigFields fields = fields("vae", POLISH);
  private final VBox box = new VBox();

  private static ConfigFields fields(String family, Messages messages) {
    ModelFamily<?> known = ModelFamilies.discover().named(family);
    return new ConfigFields(known, messages);
  }

  @Start
  void show(Stage stage) {
    box.getChildren().add(new FieldRow(field(fields, "schedule")).view());
    WarningsView warnings = new WarningsView(POLISH.terms());
    warnings.show(Set.of(TrainingWarning.BLOW_UP));
    box.getChildren().add(warnings.view());
    stage.setScene(new Scene(box));
    stage.show();
  }

  private static FieldViewModel field(ConfigFields fields, String name) {
    List<FieldViewModel> all = fields.fields();
    return all.stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void fieldsAreCalledAndExplainedInPolish() {
    FieldViewModel latent = field(fields, "latent");
    assertThat(latent.label()).isEqualTo("Wymiary ukryte");
    assertThat(latent.help()).startsWith("Ile liczb").endsWith(". Liczba całkowita od 1 do 512.");
    assertThat(field(fields, "widths").help()).contains("Liczby całkowite od ", "przecinkami.");
    assertThat(field(fields, "learningRate").help()).endsWith(" Liczba od 1e-7 do 1.");
    assertThat(field(fields, "binarise").help()).doesNotContain("Liczba ").endsWith(".");
  }

  @Test
  void whatAFieldRefusesIsToldInPolish() {
    FieldViewModel rate = field(fields, "learningRate");
    rate.text().set("dużo");
    assertThat(rate.error().get()).isEqualTo("Wartość 'dużo' tu nie pasuje. Liczba od 1e-7 do 1.");
    FieldViewModel widths = field(fields, "widths");
    widths.text().set("12,x");
    assertThat(widths.error().get()).startsWith("Wartość '12,x' tu nie pasuje. Liczby całkowite");
    rate.text().set("0.01");
    assertThat(rate.error().get()).isEmpty();
  }

  @Test
  void aFamilyThatMeansSomethingElseSaysSo() {
    assertThat(field(fields("wgan", POLISH), "discriminatorRate").label())
        .isEqualTo("Współczynnik krytyka");
    assertThat(field(fields("gan", POLISH), "discriminatorRate").label())
        .isEqualTo("Współczynnik dyskryminatora");
  }

  @Test
  void englishTellsTheRangeToo() {
    FieldViewModel latent = field(fields("vae", ENGLISH), "latent");
    assertThat(latent.label()).isEqualTo("Latent dimensions");
    assertThat(latent.help()).endsWith("plane. A whole number from 1 to 512.");
  }

  @Test
  void aValueIsShownInPolishAndKeptAsFilesHaveIt(FxRobot robot) {
    ComboBox<String> schedule = robot.lookup("#field-schedule").queryComboBox();
    assertThat(schedule.getItems()).contains("one-cycle");
    robot.interact(() -> schedule.setValue("one-cycle"));

    assertThat(robot.from(schedule).lookup(".list-cell").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .contains("jeden cykl")
        .doesNotContain("one-cycle");
    assertThat(field(fields, "schedule").value()).isEqualTo("one-cycle");
    assertThat(fields.config().toString()).contains("ONE_CYCLE");
  }

  @Test
  void warningsSayInPolishWhatToDo(FxRobot robot) {
    Label line = robot.from(box).lookup(".training-warning").queryAs(Label.class);
    assertThat(line.getText()).startsWith("Straty są wiele razy większe").contains(" Zmniejsz ");
  }
}
