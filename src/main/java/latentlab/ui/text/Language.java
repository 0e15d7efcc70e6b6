package latentlab.ui.text;

import java.util.Arrays;
import java.util.Locale;

/** A language of the window. */
public enum Language {
  /** British English, in the bundle that all others fall back to. */
  ENGLISH(Locale.ROOT, Locale.ENGLISH, "English"),

  /** Polish. */
  POLISH(Locale.forLanguageTag("pl"), Locale.forLanguageTag("pl"), "Polski");

  private final Locale bundle;
  private final Locale numbers;
  private final String ownName;

  Language(Locale bundle, Locale numbers, String ownName) {
    this.bundle = bundle;
    this.numbers = numbers;
    this.ownName = ownName;
  }

  /**
   * The language that a user of this locale is likely to read.
   *
   * @param locale such as the system's
   * @return its language, or English
   */
  public static Language of(Locale locale) {
    return Arrays.stream(values())
        .filter(language -> language.numbers.getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .orElse(ENGLISH);
  }

  /**
   * What its readers call it.
   *
   * @return one word
   */
  public String ownName() {
    return ownName;
  }

  /** The locale of its bundle of words. */
  Locale bundle() {
    return bundle;
  }

  /** How it writes numbers. */
  Locale numbers() {
    return numbers;
  }
}
