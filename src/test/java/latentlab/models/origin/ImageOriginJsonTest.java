package latentlab.models.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageOriginJsonTest {

  private static final String LEAST =
      "{\"version\":1,\"model\":{\"id\":\"m\",\"title\":\"t\",\"family\":\"vae\",\"dataset\":\"d\"},"
          + "\"activity\":\"a\"}";

  @Test
  void readsBackEverything() {
    String json = ImageOriginJson.write(Origins.full());

    assertThat(ImageOriginJson.read("file", json)).isEqualTo(Origins.full());
    assertThat(json).isASCII().doesNotContain("\n");
  }

  @Test
  void readsBackWhatIsMostlyEmpty() {
    ImageOrigin origin =
        ImageOrigin.of(new ModelReference("", "live", "vae", Optional.empty(), "mnist"), "a");

    assertThat(ImageOriginJson.read("file", ImageOriginJson.write(origin))).isEqualTo(origin);
    assertThat(ImageOriginJson.read("file", LEAST).activity()).isEqualTo("a");
  }

  @Test
  void writesTheFieldsThatAreDocumented() {
    String json =
        ImageOriginJson.write(
            ImageOrigin.of(Origins.model("vae-2d", Origins.HASH), "grid").withSeed(5));

    assertThat(json)
        .isEqualTo(
            "{\"version\":1,\"model\":{\"id\":\"vae-2d\",\"title\":\"vae-2d: a model\","
                + "\"family\":\"vae\",\"weights_sha256\":\""
                + Origins.HASH
                + "\",\"dataset\":\"mnist\"},\"activity\":\"grid\",\"seed\":5}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | JSON",
        "[1] | JSON object",
        "{\"version\":2,\"later\":1} | newer program",
        "{\"version\":0} | version",
        "{\"version\":1} | model",
        "+\"codes\":[[1,2],[3]] | one size",
        "+\"codes\":[[1e39]] | finite",
        "+\"codes\":[[]] | one size",
        "+\"codes\":{} | codes must be a list",
        "+\"codes\":[\"x\"] | one size",
        "+\"codes\":[[\"x\"]] | codes must hold numbers",
        "+\"seed\":1.5 | seed",
        "+\"seed\":99999999999999999999 | seed",
        "+\"classes\":[-1] | labels",
        "+\"classes\":[\"3\"] | labels",
        "+\"classes\":[256] | labels",
        "+\"temperature\":0 | temperature",
        "+\"temperature\":\"hot\" | temperature",
        "+\"sampling\":{\"sampler\":\"x\",\"steps\":1,\"eta\":0,\"guidance\":1} | sampler 'x'",
        "+\"sampling\":{\"sampler\":\"ddim\",\"steps\":0,\"eta\":0,\"guidance\":1} | steps",
        "+\"sampling\":{\"sampler\":\"ddim\",\"steps\":5,\"eta\":2,\"guidance\":1} | eta",
        "+\"sampling\":{\"sampler\":\"ddim\",\"steps\":5,\"eta\":0,\"guidance\":1e9} | guidance",
        "+\"sampling\":{\"sampler\":\"ddim\",\"steps\":5,\"eta\":0} | guidance",
        "+\"details\":{\"a\":1} | text",
        "+\"detail\":1 | unknown field",
        "+\"seed\":1,\"seed\":2 | seed",
      })
  void refusesWhatIsNotSoundInOneLine(String text, String words) {
    String json =
        text.startsWith("+")
            ? LEAST.substring(0, LEAST.length() - 1) + "," + text.substring(1) + "}"
            : text;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageOriginJson.read("picture.png", json))
        .withMessageStartingWith("picture.png")
        .withMessageContaining(words)
        .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
  }

  @Test
  void refusesTooMuchOfAnything() {
    refuse("\"codes\":[[" + "0,".repeat(ImageOrigin.MOST_CODE_VALUES) + "0]]", "at most 32768");
    refuse("\"classes\":[" + "0,".repeat(1 << 12) + "0]", "at most 4096");
    refuse("\"details\":{\"a\":\"" + "x".repeat(1_001) + "\"}", "1000 characters");
    refuse("\"codes\":" + "[".repeat(5_000) + "]".repeat(5_000), "JSON");
  }

  @Test
  void refusesAHashThatIsNone() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Origins.model("m", "abc"))
        .withMessageContaining("64 hexadecimal digits");
  }

  @Test
  void leavesOutMoreCodesThanThereIsRoomFor() {
    ImageOrigin origin =
        ImageOrigin.of(Origins.model("m", Origins.HASH), "a")
            .withCodes(new LatentCodes(40_000, 1, new float[40_000]));

    assertThat(origin.codes()).isEmpty();
  }

  @Test
  void staysWithinTheLengthThatAPictureCanHold() {
    ImageOrigin origin =
        ImageOrigin.of(Origins.model("m", Origins.HASH), "a").withCodes(filled(-1.2345679e-30f));
    for (int i = 0; i < 32; i++) {
      origin = origin.with("ä".repeat(98) + i, "ä".repeat(1_000));
    }

    assertThat(ImageOriginJson.write(origin).length()).isLessThan(1 << 20);
  }

  @Test
  void knowsAModelByItsWeightsAndElseByItsName() {
    ModelReference model = Origins.model("vae-2d", Origins.HASH);
    ModelReference moved = Origins.model("other-name", Origins.HASH);
    ModelReference trainedAnew = Origins.model("vae-2d", "f".repeat(64));
    ModelReference unstored = new ModelReference("vae-2d", "t", "vae", Optional.empty(), "mnist");
    ModelReference nameless = new ModelReference("", "t", "vae", Optional.empty(), "mnist");

    assertThat(model.means(moved)).isTrue();
    assertThat(model.means(trainedAnew)).isFalse();
    assertThat(model.means(unstored)).isTrue();
    assertThat(nameless.means(nameless)).isFalse();
  }

  private static LatentCodes filled(float value) {
    float[] values = new float[ImageOrigin.MOST_CODE_VALUES];
    Arrays.fill(values, value);
    return new LatentCodes(values.length / 128, 128, values);
  }

  private static void refuse(String field, String words) {
    String json = LEAST.substring(0, LEAST.length() - 1) + "," + field + "}";
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> ImageOriginJson.read("picture.png", json))
        .withMessageContaining(words)
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(400));
  }
}
