package latentlab.ui.text;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of the window, by key. Immutable; any thread may read. */
public final class Messages {

  private static final String BUNDLE = "latentlab.ui.messages";

  private final ResourceBundle bundle;
  private final Language language;
  private final Terms terms;

  private Messages(ResourceBundle bundle, Language language) {
    this.bundle = bundle;
    this.language = language;
    this.terms = Terms.load(language);
  }

  /**
   * Reads the English words.
   *
   * @return the messages of the window
   */
  public static Messages load() {
    return load(Language.ENGLISH);
  }

  /**
   * Reads the words of a language.
   *
   * @param language of the window
   * @return its messages, in English where it lacks one
   */
  public static Messages load(Language language) {
    ResourceBundle.Control noOther =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return new Messages(ResourceBundle.getBundle(BUNDLE, language.bundle(), noOther), language);
  }

  /**
   * The language of the words.
   *
   * @return as it was asked for
   */
  public Language language() {
    return language;
  }

  /**
   * The words for families, settings and figures.
   *
   * @return those of the same language
   */
  public Terms terms() {
    return terms;
  }

  /**
   * The words of a key.
   *
   * @param key as in the properties file
   * @return the text as it stands there
   * @throws java.util.MissingResourceException if there is no such key
   */
  public String text(String key) {
    return bundle.getString(key);
  }

  /**
   * The words of a key, with values put in.
   *
   * @param key as in the properties file
   * @param arguments take the places of {0}, {1} and so on
   * @return the text, with numbers written as the language writes them
   * @throws java.util.MissingResourceException if there is no such key
   */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language.numbers()).format(arguments);
  }
}
