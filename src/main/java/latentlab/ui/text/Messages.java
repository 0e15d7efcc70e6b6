package latentlab.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, by key. Immutable; any thread may read. */
public final class Messages {

  private static final String BUNDLE = "latentlab.ui.messages";

  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Reads the English words.
   *
   * @return the messages of the window
   */
  public static Messages load() {
    return new Messages(ResourceBundle.getBundle(BUNDLE, Locale.ROOT));
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
   * @return the text, with numbers written in the English way
   * @throws java.util.MissingResourceException if there is no such key
   */
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
  }
}
