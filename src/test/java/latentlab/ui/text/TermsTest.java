package latentlab.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.evaluation.comparison.Figure;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.ConfigSchema;
import latentlab.training.watch.TrainingWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermsTest {

  private static final Collection<ModelFamily<?>> FAMILIES =
      List.copyOf(ModelFamilies.discover().all());
  private static final Terms ENGLISH = Messages.load(Language.ENGLISH).terms();
  private static final Terms POLISH = Messages.load(Language.POLISH).terms();

  /** What reads the same in both languages. */
  private static final Set<String> SHARED =
      Set.of("CycleGAN", "DCGAN", "VAE-GAN", "Dropout", "Beta 1", "Beta", "Gamma");

  static Stream<ModelFamily<?>> families() {
    return FAMILIES.stream();
  }

  private static List<ConfigField> fields(ModelFamily<?> family) {
    return ConfigSchema.of(family.configType()).fields();
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyFamilyHasItsPolishWords(ModelFamily<?> family) {
    assertTranslated(family.title(), POLISH.title(family));
    assertTranslated(family.summary(), POLISH.summary(family));
  }

  @ParameterizedTest
  @MethodSource("families")
  void everySettingHasAPolishLabelAndHelp(ModelFamily<?> family) {
    assertThat(fields(family)).isNotEmpty();
    for (ConfigField field : fields(family)) {
      assertTranslated(field.label(), POLISH.label(family.name(), field));
      assertTranslated(field.help(), POLISH.help(family.name(), field));
      assertThat(POLISH.help(family.name(), field)).as(field.name()).endsWith(".");
    }
  }

  @Test
  void everyValueOfAChoiceHasAPolishName() {
    ResourceBundle words =
        ResourceBundle.getBundle("latentlab.ui.terms", Locale.forLanguageTag("pl"));
    assertThat(choices()).isNotEmpty().allSatisfy(key -> assertThat(words.keySet()).contains(key));
  }

  private static Set<String> choices() {
    Set<String> keys = new TreeSet<>();
    for (ModelFamily<?> family : FAMILIES) {
      for (ConfigField field : fields(family)) {
        field.choices().forEach(value -> keys.add("choice." + field.name() + "." + value));
      }
    }
    return keys;
  }

  @Test
  void everyWarningAndEveryFigureHasItsPolishWords() {
    for (TrainingWarning warning : TrainingWarning.values()) {
      assertTranslated(warning.problem(), POLISH.problem(warning));
      assertTranslated(warning.remedy(), POLISH.remedy(warning));
    }
    ResourceBundle words =
        ResourceBundle.getBundle("latentlab.ui.terms", Locale.forLanguageTag("pl"));
    for (Figure figure : Figure.values()) {
      assertThat(words.keySet()).contains("figure." + figure.key());
    }
    assertThat(POLISH.heading(Figure.SAMPLING_TIME)).isEqualTo("Czas na obraz (ms) \u2193");
  }

  @Test
  void tellsWhereADataSetComesFromAndLeavesPathsAsTheyAre() {
    DatasetListing drawn = new DatasetListing("synthetic", "drawn by the program", true);
    DatasetListing folder = new DatasetListing("mnist", "/data/mnist", true);
    DatasetListing absent = new DatasetListing("mnist", "can be downloaded (12 MB)", false);
    assertThat(POLISH.origin(drawn)).isEqualTo("rysowane przez program");
    assertThat(POLISH.origin(folder)).isEqualTo("/data/mnist");
    assertThat(POLISH.origin(absent)).isEqualTo("można pobrać (12 MB)");
    assertThat(ENGLISH.origin(absent)).isEqualTo(absent.origin());
  }

  /** A key that nothing asks for is mistyped, or its setting is gone. */
  @Test
  void polishHasNoWordThatNobodyAsksFor() {
    Set<String> asked = new TreeSet<>(choices());
    for (ModelFamily<?> family : FAMILIES) {
      asked.add("family." + family.name() + ".title");
      asked.add("family." + family.name() + ".summary");
      for (ConfigField field : fields(family)) {
        for (String part : List.of(".label", ".help")) {
          asked.add("setting." + field.name() + part);
          asked.add("setting." + family.name() + "." + field.name() + part);
        }
      }
    }
    for (TrainingWarning warning : TrainingWarning.values()) {
      asked.add("warning." + warning.name() + ".problem");
      asked.add("warning." + warning.name() + ".remedy");
    }
    asked.addAll(List.of("dataset.synthetic", "dataset.absent"));
    Stream.of(Figure.values()).forEach(figure -> asked.add("figure." + figure.key()));
    List<String> unasked =
        new ArrayList<>(
            ResourceBundle.getBundle("latentlab.ui.terms", Locale.forLanguageTag("pl")).keySet());
    unasked.removeAll(asked);
    assertThat(unasked).isEmpty();
  }

  @Test
  void aFamilyMayMeanSomethingOfItsOwn() {
    ConfigField latent =
        fields(FAMILIES.stream().filter(f -> f.name().equals("vae")).findFirst().orElseThrow())
            .get(0);
    assertThat(POLISH.label("vae", latent)).isEqualTo("Wymiary ukryte");
    assertThat(POLISH.label("wgan", latent)).isEqualTo("Wymiary ukryte");
    assertThat(POLISH.help("vae", latent)).isNotEqualTo(POLISH.help("wgan", latent));
  }

  @Test
  void englishIsWhatStandsInTheProgram() {
    for (ModelFamily<?> family : FAMILIES) {
      assertThat(ENGLISH.title(family)).isEqualTo(family.title());
      assertThat(ENGLISH.summary(family)).isEqualTo(family.summary());
      for (ConfigField field : fields(family)) {
        assertThat(ENGLISH.label(family.name(), field)).isEqualTo(field.label());
        assertThat(ENGLISH.help(family.name(), field)).isEqualTo(field.help());
      }
    }
    assertThat(ENGLISH.choice("schedule", "one-cycle")).isEqualTo("one-cycle");
    assertThat(ENGLISH.heading(Figure.SAMPLING_TIME)).isEqualTo(Figure.SAMPLING_TIME.heading());
  }

  private static void assertTranslated(String english, String polish) {
    if (!SHARED.contains(english)) {
      assertThat(polish).isNotBlank().isNotEqualTo(english);
    }
  }
}
