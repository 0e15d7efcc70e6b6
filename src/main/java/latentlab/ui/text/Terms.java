package latentlab.ui.text;

import java.util.ResourceBundle;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.evaluation.comparison.Figure;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.training.watch.TrainingWarning;

/**
 * The words for what other layers name in English, such as families and their settings, in the
 * language of the window. What a language has no word for is told in English. Immutable; any thread
 * may read.
 */
public final class Terms {

  private static final String BUNDLE = "latentlab.ui.terms";

  private final ResourceBundle bundle;

  private Terms(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** Reads the words of a language. */
  static Terms load(Language language) {
    ResourceBundle.Control noOther =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Terms(ResourceBundle.getBundle(BUNDLE, language.bundle(), noOther));
  }

  /**
   * What a family is called.
   *
   * @param family the family
   * @return a few words
   */
  public String title(ModelFamily<?> family) {
    return word("family." + family.name() + ".title", family.title());
  }

  /**
   * What a family is.
   *
   * @param family the family
   * @return one sentence
   */
  public String summary(ModelFamily<?> family) {
    return word("family." + family.name() + ".summary", family.summary());
  }

  /**
   * What a setting is called.
   *
   * @param family the name of the family that has it
   * @param field the setting
   * @return a few words
   */
  public String label(String family, ConfigField field) {
    return ofSetting(family, field, ".label", field.label());
  }

  /**
   * What a setting does.
   *
   * @param family the name of the family that has it
   * @param field the setting
   * @return one sentence
   */
  public String help(String family, ConfigField field) {
    return ofSetting(family, field, ".help", field.help());
  }

  /**
   * What one of the values of a setting is called.
   *
   * @param setting the name of the setting
   * @param choice a value, as in files
   * @return a few words
   */
  public String choice(String setting, String choice) {
    return word("choice." + setting + "." + choice, choice);
  }

  /**
   * What goes wrong in a training.
   *
   * @param warning what is seen
   * @return a sentence
   */
  public String problem(TrainingWarning warning) {
    return word("warning." + warning.name() + ".problem", warning.problem());
  }

  /**
   * What can be done about it.
   *
   * @param warning what is seen
   * @return a sentence
   */
  public String remedy(TrainingWarning warning) {
    return word("warning." + warning.name() + ".remedy", warning.remedy());
  }

  /**
   * What stands above a column of figures.
   *
   * @param figure what is measured
   * @return its title, with the unit and an arrow to the better side
   */
  public String heading(Figure figure) {
    String unitAndArrow = figure.heading().substring(figure.title().length());
    return word("figure." + figure.key(), figure.title()) + unitAndArrow;
  }

  /**
   * Where a data set comes from.
   *
   * @param listing the data set
   * @return its folder, or in a few words how it can be had
   */
  public String origin(DatasetListing listing) {
    if (!listing.present()) {
      return word("dataset.absent", listing.origin());
    }
    return listing.name().equals(DatasetCatalog.SYNTHETIC)
        ? word("dataset.synthetic", listing.origin())
        : listing.origin();
  }

  /** A family may mean something of its own by a name that others have too. */
  private String ofSetting(String family, ConfigField field, String part, String english) {
    String shared = word("setting." + field.name() + part, english);
    return word("setting." + family + "." + field.name() + part, shared);
  }

  private String word(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }
}
