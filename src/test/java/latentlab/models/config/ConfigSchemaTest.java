package latentlab.models.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelConfig;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {

  private static final ConfigSchema<TestConfig> SCHEMA = ConfigSchema.of(TestConfig.class);

  private static final TestConfig BASE =
      new TestConfig(16, 1e-3, 5L, true, "a name", Shape.LEAKY_RELU, List.of(512, 256), 0.5);

  @TempDir Path folder;

  enum Shape {
    RELU,
    LEAKY_RELU
  }

  record TestConfig(
      @Setting(label = "Latent size", help = "How many.", min = 1, max = 512) int latent,
      @Setting(label = "Learning rate", help = "How fast.", min = 1e-7, max = 1)
          double learningRate,
      @Setting(label = "Steps", help = "How long.", min = 0) long steps,
      @Setting(label = "Bias", help = "Whether.") boolean bias,
      @Setting(label = "Note", help = "What for.") String note,
      @Setting(label = "Shape", help = "Which.") Shape shape,
      @Setting(label = "Widths", help = "How wide.", min = 1, max = 4096) List<Integer> widths,
      @Setting(label = "Beta", help = "How much.") double beta)
      implements ModelConfig {

    TestConfig {
      widths = List.copyOf(widths);
      if (latent > 100 && widths.isEmpty()) {
        throw new InvalidInputException("latent over 100 needs widths");
      }
    }
  }

  record Unannotated(int latent) implements ModelConfig {}

  record Unsupported(@Setting(label = "a", help = "b") List<String> names) implements ModelConfig {}

  @Test
  void describesTheFieldsInOrder() {
    assertThat(SCHEMA.fields())
        .extracting(ConfigField::name)
        .containsExactly(
            "latent", "learningRate", "steps", "bias", "note", "shape", "widths", "beta");
    assertThat(SCHEMA.fields())
        .extracting(ConfigField::kind)
        .containsExactly(
            FieldKind.INTEGER,
            FieldKind.DECIMAL,
            FieldKind.INTEGER,
            FieldKind.FLAG,
            FieldKind.TEXT,
            FieldKind.CHOICE,
            FieldKind.LIST,
            FieldKind.DECIMAL);
    ConfigField latent = SCHEMA.field("latent");
    assertThat(latent.label()).isEqualTo("Latent size");
    assertThat(latent.help()).isEqualTo("How many.");
    assertThat(latent.min()).isEqualTo(1);
    assertThat(latent.max()).isEqualTo(512);
    assertThat(SCHEMA.field("shape").choices()).containsExactly("relu", "leaky-relu");
    assertThat(latent.choices()).isEmpty();
  }

  @Test
  void givesTheRangeOfTheTypeWhereTheSettingGivesNone() {
    assertThat(SCHEMA.field("steps").max()).isEqualTo(Long.MAX_VALUE);
    assertThat(SCHEMA.field("beta").min()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void refusesARecordThatItCannotDescribe() {
    assertThatThrownBy(() -> ConfigSchema.of(Unannotated.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lacks @Setting");
    assertThatThrownBy(() -> ConfigSchema.of(Unsupported.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latent | 1",
        "latent | 512",
        "learningRate | 1.0E-7",
        "steps | 9223372036854775807",
        "bias | false",
        "note | 1,2 \u00e4 \"x\"",
        "shape | relu",
        "widths | 1,4096,7",
        "widths | ''",
        "beta | -1.0E300"
      })
  void givesTextThatItReadsBack(String name, String text) {
    TestConfig changed = SCHEMA.with(BASE, Map.of(name, text));
    assertThat(changed).isNotEqualTo(BASE);
    assertThat(SCHEMA.textOf(changed, SCHEMA.field(name))).isEqualTo(text);
    Map<String, String> all =
        SCHEMA.fields().stream()
            .collect(Collectors.toMap(ConfigField::name, field -> SCHEMA.textOf(changed, field)));
    assertThat(SCHEMA.with(BASE, all)).isEqualTo(changed);
  }

  @Test
  void takesNumbersAsPeopleWriteThem() {
    Map<String, String> changes =
        Map.of("latent", " 8 ", "learningRate", ".01", "beta", "4", "widths", " 3, 4");
    TestConfig changed = SCHEMA.with(BASE, changes);
    assertThat(changed)
        .isEqualTo(new TestConfig(8, 0.01, 5, true, "a name", Shape.LEAKY_RELU, List.of(3, 4), 4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "latent | 0 | latent must be a whole number from 1 to 512, not '0'",
        "latent | 513 | latent must be a whole number from 1 to 512, not '513'",
        "latent | 4294967297 | latent must be a whole number from 1 to 512, not '4294967297'",
        "latent | 99999999999999999999999 | latent must be a whole number from 1 to 512, not '999",
        "latent | 1.5 | latent must be a whole number from 1 to 512, not '1.5'",
        "latent | '' | latent must be a whole number from 1 to 512, not ''",
        "learningRate | NaN | learningRate must be a number from 1.0E-7 to 1, not 'NaN'",
        "learningRate | Infinity | learningRate must be a number from 1.0E-7 to 1, not 'Infinity'",
        "learningRate | 0 | learningRate must be a number from 1.0E-7 to 1, not '0'",
        "learningRate | -1e-3 | learningRate must be a number from 1.0E-7 to 1, not '-1e-3'",
        "learningRate | 1d | learningRate must be a number from 1.0E-7 to 1, not '1d'",
        "learningRate | 0x1p-3 | learningRate must be a number from 1.0E-7 to 1, not '0x1p-3'",
        "learningRate | 0,1 | learningRate must be a number from 1.0E-7 to 1, not '0,1'",
        "beta | 1e999 | beta must be a number, not '1e999'",
        "steps | -1 | steps must be a whole number of at least 0, not '-1'",
        "steps | 9223372036854775808 | steps must be a whole number of at least 0, not '92",
        "bias | yes | bias must be true or false, not 'yes'",
        "shape | LEAKY_RELU | shape must be one of relu, leaky-relu, not 'LEAKY_RELU'",
        "widths | 512,,1 | widths must be whole numbers from 1 to 4096 separated by commas, not '512",
        "widths | 512,0 | widths must be whole numbers from 1 to 4096 separated by commas, not '512",
        "widths | , | widths must be whole numbers from 1 to 4096 separated by commas, not ','",
        "Latent | 2 | unknown setting 'Latent'; expected one of: latent, learningRate, steps, bias,"
      })
  void refusesWhatAFieldDoesNotAllow(String name, String text, String message) {
    assertRefused(() -> SCHEMA.with(BASE, Map.of(name, text)), message);
  }

  @Test
  void refusesTextOfSeveralLinesOrTooLong() {
    String message = "note must be one line of at most 1000 characters, not '";
    assertRefused(() -> SCHEMA.with(BASE, Map.of("note", "a\nb")), message);
    assertRefused(() -> SCHEMA.with(BASE, Map.of("note", "a".repeat(1001))), message);
  }

  @Test
  void passesOnWhatTheRecordItselfRefuses() {
    assertRefused(
        () -> SCHEMA.with(BASE, Map.of("latent", "101", "widths", "")),
        "latent over 100 needs widths");
  }

  @Test
  void checksOneValueForAForm() {
    SCHEMA.check(SCHEMA.field("latent"), "3");
    assertRefused(
        () -> SCHEMA.check(SCHEMA.field("latent"), "x"),
        "latent must be a whole number from 1 to 512, not 'x'");
  }

  @Test
  void writesJsonThatItReadsBack() {
    String json = SCHEMA.toJson(BASE);
    assertThat(json)
        .isEqualTo(
            "{\"latent\":16,\"learningRate\":0.001,\"steps\":5,\"bias\":true,\"note\":\"a name\","
                + "\"shape\":\"leaky-relu\",\"widths\":[512,256],\"beta\":0.5}");
    TestConfig other = new TestConfig(1, 1, 0, false, "", Shape.RELU, List.of(), -1);
    assertThat(SCHEMA.fromJson(json, other)).isEqualTo(BASE);
    assertThat(SCHEMA.fromJson(SCHEMA.toJson(other), BASE)).isEqualTo(other);
    assertThat(ConfigSchema.jsonOf(BASE)).isEqualTo(json);
  }

  @Test
  void takesFieldsThatJsonLeavesOutFromTheBase() {
    assertThat(SCHEMA.fromJson("{}", BASE)).isEqualTo(BASE);
    assertThat(SCHEMA.fromJson("{\"beta\": 2}", BASE).beta()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'latent':'16'} | latent must be a whole number from 1 to 512, not '\\'16\\''",
        "{'latent':16.0} | latent must be a whole number from 1 to 512, not '16.0'",
        "{'latent':null} | latent must be a whole number from 1 to 512, not 'null'",
        "{'latent':1e30} | latent must be a whole number from 1 to 512, not '1.0E30'",
        "{'latent':0} | latent must be a whole number from 1 to 512, not '0'",
        "{'learningRate':true} | learningRate must be a number from 1.0E-7 to 1, not 'true'",
        "{'learningRate':1e999} | learningRate must be a number from 1.0E-7 to 1, not 'Infinity'",
        "{'bias':'true'} | bias must be true or false, not '\\'true\\''",
        "{'bias':1} | bias must be true or false, not '1'",
        "{'note':7} | note must be one line of at most 1000 characters, not '7'",
        "{'shape':0} | shape must be one of relu, leaky-relu, not '0'",
        "{'widths':512} | widths must be whole numbers from 1 to 4096 separated by commas, not '512'",
        "{'widths':'512'} | widths must be whole numbers from 1 to 4096 separated by commas",
        "{'widths':[1,'2']} | widths must be whole numbers from 1 to 4096 separated by commas",
        "{'widths':[1.5]} | widths must be whole numbers from 1 to 4096 separated by commas",
        "{'widths':[[1]]} | widths must be whole numbers from 1 to 4096 separated by commas",
        "{'widht':1} | unknown setting 'widht'; expected one of: latent, learningRate, steps,",
        "[] | config: expected a JSON object, not '[]'",
        "7 | config: expected a JSON object, not '7'",
        "{'learningRate':NaN} | config: is not valid JSON: Non-standard token 'NaN'",
        "{'latent':1,'latent':2} | config: is not valid JSON: Duplicate field 'latent'",
        "{'latent':1} x | config: is not valid JSON: Unrecognized token 'x'",
        "{'latent':1 | config: is not valid JSON: Unexpected end-of-input: expected close marker for Object (line"
      })
  void refusesJsonThatIsNotAConfig(String json, String message) {
    String found = message.replace("\\'", "\"");
    assertRefused(() -> SCHEMA.fromJson(json.replace('\'', '"'), BASE), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\u0000", "\ufeff{}x"})
  void refusesTextThatIsNoJson(String text) {
    assertRefused(() -> SCHEMA.fromJson(text, BASE), "config: ");
  }

  @Test
  void refusesJsonNestedBeyondMeasure() {
    assertRefused(
        () -> SCHEMA.fromJson("{\"latent\":" + "[".repeat(100_000), BASE), "config: is not valid");
  }

  @Test
  void readsAFileAndNamesItWhenItIsWrong() throws IOException {
    Path file = folder.resolve("c.json");
    assertRefused(() -> SCHEMA.fromFile(file, BASE), file + ": not found");
    Files.writeString(file, "{\"latent\": 3}");
    assertThat(SCHEMA.fromFile(file, BASE).latent()).isEqualTo(3);
    Files.writeString(file, "{\"latent\": -3}");
    assertRefused(
        () -> SCHEMA.fromFile(file, BASE),
        file + ": latent must be a whole number from 1 to 512, not '-3'");
    Files.writeString(file, "no JSON");
    assertRefused(() -> SCHEMA.fromFile(file, BASE), file + ": is not valid JSON: ");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    assertRefused(() -> SCHEMA.fromFile(file, BASE), file + ": is not UTF-8 text");
    Files.writeString(file, " ".repeat((1 << 20) + 1));
    assertRefused(() -> SCHEMA.fromFile(file, BASE), file + ": is larger than 1048576 bytes");
    assertRefused(() -> SCHEMA.fromFile(folder, BASE), folder + ": is a folder");
  }

  private static void assertRefused(ThrowingCallable work, String message) {
    assertThatThrownBy(work)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
  }
}
