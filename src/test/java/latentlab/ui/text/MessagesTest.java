package latentlab.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static Properties bundle(String suffix) throws IOException {
    String name = "/latentlab/ui/messages" + suffix + ".properties";
    Properties words = new Properties();
    try (InputStream in =
        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name), name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  private static int values(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  @Test
  void polishHasEveryWordAndNoOther() throws IOException {
    assertThat(bundle("_pl").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(bundle("").stringPropertyNames());
  }

  @Test
  void polishTakesTheSameValues() throws IOException {
    Properties polish = bundle("_pl");
    Properties english = bundle("");
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(values(polish.getProperty(key)))
                    .as(key)
                    .isEqualTo(values(english.getProperty(key))));
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem() {
    assertThat(Messages.load(Language.POLISH).text("startup.done", 0.5)).contains("0,5");
    assertThat(Messages.load(Language.ENGLISH).text("startup.done", 0.5)).contains("0.5");
  }

  @Test
  void theSystemsLanguageIsChosenWhereItIsKnown() {
    assertThat(Language.of(Locale.forLanguageTag("pl-PL"))).isEqualTo(Language.POLISH);
    assertThat(Language.of(Locale.JAPANESE)).isEqualTo(Language.ENGLISH);
  }
}
