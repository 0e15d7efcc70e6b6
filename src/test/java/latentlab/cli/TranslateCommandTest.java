package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data sets split by a property, and what is done with a model that translates between ends. */
class TranslateCommandTest {

  private static final int SIDE = 8;
  private static final ImageShape SHAPE = new ImageShape(SIDE, SIDE, 1);

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder, SIDE);
  }

  private void train() {
    run("train --family cycle-gan --dataset tiny --split-by thickness --epochs 1"
            + " --set filters=2 --set residualBlocks=0 --set criticFilters=2 --out "
            + model())
        .succeeded();
  }

  @Test
  void translatesImagesOfTheOtherClassInOrder() {
    train();
    ImageBatch all = made("--to thick");
    ImageBatch fewer = made("--to 1 --count 2");
    ImageBatch one = made("--to thick --index 1");

    assertThat(fewer.count()).isEqualTo(2);
    assertThat(all.count()).isBetween(3, 16);
    for (ImageBatch some :
        new ImageBatch[] {fewer, made("--to thick --dataset tiny-by-thickness")}) {
      assertThat(some.image(1)).usingComparatorWithPrecision(1e-5f).containsExactly(all.image(1));
    }
    assertThat(one.image(0)).usingComparatorWithPrecision(1e-5f).containsExactly(all.image(1));
    assertThat(made("--to thin").image(1)).isNotEqualTo(all.image(1));
  }

  @Test
  void aPictureHasTheOriginalsAboveTheTranslations() {
    train();
    Path picture = folder.resolve("pairs.png");
    run("translate --to thin --count 3 --model " + model() + " --out " + picture).succeeded();

    ImageBatch pairs = ImageFile.read(picture, SHAPE);
    ImageBatch drawn = made("--to thin --count 3");

    assertThat(pairs.count()).isEqualTo(6);
    assertThat(pairs.image(5)).usingComparatorWithPrecision(0.003f).containsExactly(drawn.image(2));
    assertThat(pairs.image(2)).isNotEqualTo(pairs.image(5));
  }

  @Test
  void measuresTheTranslationByThePropertyAndTheOriginalClasses() throws IOException {
    train();
    TinyLab.writeModel(
        folder, "classifier", "classifier", SIDE, Map.of("filters", "2", "features", "6"));

    JsonNode metrics =
        new ObjectMapper().readTree(run("evaluate --json --model " + model()).succeeded().out());

    assertThat(metrics.get("dataset").asText()).isEqualTo("tiny-by-thickness");
    assertThat(metrics.get("classifier").asText()).isEqualTo("classifier");
    assertThat(metrics.get("translated_property_thin").asDouble()).isPositive();
    assertThat(metrics.get("translation_class_kept").asDouble()).isBetween(0.0, 1.0);
    assertThat(metrics.get("target_property_thin").asDouble())
        .isLessThan(metrics.get("target_property_thick").asDouble());
  }

  @Test
  void goesOnWithTheSplitThatItWasTrainedWith() {
    train();

    run("train --resume " + model() + " --epochs 2").succeeded();
  }

  @Test
  void learnsToTranslateBetweenChosenClasses() {
    run("train --family cycle-gan --dataset tiny --classes 9,7 --epochs 1 --set filters=2"
            + " --set residualBlocks=0 --set criticFilters=2 --out "
            + model())
        .succeeded();

    assertThat(made("--to 7").count()).isEqualTo(2);
    assertThat(run("evaluate --json --model " + model()).succeeded().out())
        .contains("tiny-of-9,7")
        .doesNotContain("translated_property");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train --family cycle-gan --dataset tiny --out NEW | these images have 10",
        "train --dataset tiny --split-by width --out NEW | --split-by must be thickness or slant",
        "train --dataset tiny --classes 3;8 --out NEW | --classes must be numbers joined by commas",
        "train --dataset tiny --classes 3,11 --out NEW | no class 11; expected numbers from 0 to 9",
        "train --dataset tiny --classes 3,3 --out NEW | 3,3 name one twice",
        "train --dataset tiny-by-width --out NEW | data set tiny-by-width: is not known",
      })
  void refusesASplitThatCannotBe(String command, String words) {
    Path target = folder.resolve("new");
    run(command.replace("NEW", target.toString())).refused(words);

    assertThat(Files.exists(target.resolve("model.json"))).isFalse();
  }

  @Test
  void refusesAClassOrAModelThatDoesNotFit() {
    train();
    TinyLab.writeModel(folder, TinyLab.MODEL, "vae", SIDE, Map.of("latent", "2", "widths", "8"));
    String out = " --out " + folder.resolve("x.png");

    run("translate --to fat --model " + model() + out)
        .refused("--to: there is no class 'fat'; there are thin, thick");
    run("translate --to thin,thick --model " + model() + out).refused("--to must be one class");
    run("translate --to 1 --model vae-2d --dataset tiny" + out)
        .refused("this model cannot translate images");
    run("translate --to thin --count 50 --model " + model() + out).refused("--count 50");
  }

  private Path model() {
    return folder.resolve("model");
  }

  private ImageBatch made(String options) {
    Path out = folder.resolve("made.npy");
    run("translate --model " + model() + " --out " + out + " " + options).succeeded();
    return ImageFile.read(out, SHAPE);
  }

  private CommandRun run(String command) {
    return CommandRun.of(folder, command.split(" "));
  }
}
