package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands do with a model that is told the class. */
class ClassCommandsTest {

  private static final ImageShape SHAPE = new ImageShape(6, 6, 1);

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder);
    TinyLab.writeModel(folder);
    TinyLab.writeConditionalModel(folder);
  }

  @Test
  void generatesTheClassesAskedForInTurn() {
    ImageBatch three = made("generate --class three --count 3 --seed 5");
    ImageBatch byNumber = made("generate --class 3 --count 3 --seed 5");
    ImageBatch turns = made("generate --class 3,FIVE --count 3 --seed 5");

    assertThat(byNumber.pixels()).isEqualTo(three.pixels());
    assertThat(turns.image(0)).isEqualTo(three.image(0));
    assertThat(turns.image(1)).isNotEqualTo(three.image(1));
    assertThat(turns.image(2)).isEqualTo(three.image(2));
  }

  @Test
  void generatesAllClassesInTurnUnlessAskedForSome() {
    ImageBatch all = made("generate --count 12 --seed 5");

    assertThat(all.image(11)).isEqualTo(made("generate --class 1 --count 12 --seed 5").image(11));
  }

  @Test
  void transferToItsOwnClassIsReconstruction() {
    ImageBatch seen = made("reconstruct --count 4");
    ImageBatch drawn = made("transfer --count 4");

    assertThat(drawn.count()).isEqualTo(40);
    for (int i = 0; i < 4; i++) {
      assertThat(drawn.image(i * 10 + i))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(seen.image(i));
      assertThat(drawn.image(i * 10 + i)).isNotEqualTo(drawn.image(i * 10 + i + 1));
    }
  }

  @Test
  void transfersOneImageToTheClassesAskedFor() {
    ImageBatch all = made("transfer --count 8");
    ImageBatch one = made("transfer --index 7 --class nine,2");

    assertThat(one.count()).isEqualTo(2);
    assertThat(one.image(0))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(all.image(7 * 10 + 9));
    assertThat(one.image(1))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(all.image(7 * 10 + 2));
  }

  @Test
  void takesTheClassOfImagesFromAnOptionInsteadOfTheirLabels() {
    Path in = folder.resolve("in.npy");
    run("generate --class 3 --count 2 --out " + in).succeeded();

    assertThat(made("reconstruct --in " + in + " --from-class 3").count()).isEqualTo(2);
    assertThat(made("reconstruct --in " + in + " --from-class 3").pixels())
        .isNotEqualTo(made("reconstruct --in " + in + " --from-class 4").pixels());
    assertThat(made("transfer --in " + in + " --from-class 3 --class 1").count()).isEqualTo(2);
  }

  @Test
  void encodesEachImageAsOneOfItsOwnClass() throws IOException {
    Path labelled = folder.resolve("labelled.csv");
    Path asThree = folder.resolve("three.csv");
    run("encode --count 5 --out " + labelled).succeeded();
    run("encode --count 5 --from-class three --out " + asThree).succeeded();

    assertThat(Files.readAllLines(labelled)).hasSize(5);
    assertThat(numbers(labelled, 3))
        .usingComparatorWithPrecision(1e-5)
        .containsExactly(numbers(asThree, 3));
    assertThat(Files.readAllLines(labelled).get(2))
        .isNotEqualTo(Files.readAllLines(asThree).get(2));
  }

  @Test
  void aGridIsOfOneClassOrHasARowForEach() {
    assertThat(made("grid --side 3").count()).isEqualTo(30);
    assertThat(made("grid --side 3 --class 2").count()).isEqualTo(9);
    assertThat(made("grid --side 3 --class 2 --dimensions 2,1").pixels())
        .isNotEqualTo(made("grid --side 3 --class 4 --dimensions 2,1").pixels());
  }

  @Test
  void trainingWritesAGridWithARowForEachClass() {
    Path grid = folder.resolve("grid.npy");
    run("train --family conditional-vae --dataset tiny --epochs 1 --set widths=8 --grid "
            + grid
            + " --out "
            + folder.resolve("trained"))
        .succeeded();

    assertThat(ImageFile.read(grid, SHAPE).count() % 10).isZero();
  }

  @Test
  void measuresByTheLabelsOfTheData() {
    assertThat(run("evaluate --model styles --json").succeeded().out())
        .contains("reconstruction_mse", "elbo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generate --class ten | --class: there is no class 'ten'; there are zero, one, two",
        "generate --class 10 | there is no class '10'",
        "generate --class 1, | there is no class ''",
        "generate --model vae-2d --class 1 | this model cannot be asked for a class",
        "transfer --model vae-2d | this model cannot be asked for a class",
        "transfer --class -1 | there is no class '-1'",
        "transfer --from-class eleven | --from-class: there is no class 'eleven'",
        "transfer --index 20 | --index 20 is beyond the 20 images of the test part of tiny",
        "transfer --index 1 --count 2 | --index and --count cannot be used together",
        "grid --model vae-2d --class 1 | this model cannot be asked for a class",
        "grid --class 1,2 | --class must name one class here",
        "grid --dimensions 1,2 | name the class by --class (zero, one,",
        "reconstruct --in IN | name it by --from-class (zero, one,",
        "encode --in IN | name it by --from-class (zero, one,"
      })
  void refusesAClassThatDoesNotFit(String command, String words) {
    Path in = folder.resolve("in.npy");
    run("generate --count 2 --out " + in).succeeded();
    Path out = folder.resolve(command.startsWith("encode") ? "out.csv" : "out.png");

    run(command.replace("IN", in.toString()) + " --out " + out).refused(words);

    assertThat(out).doesNotExist();
  }

  @Test
  void refusesASourceClassForAModelThatIsNotTold() throws IOException {
    Path in = folder.resolve("in.npy");
    run("generate --count 2 --out " + in).succeeded();

    run("reconstruct --model vae-2d --from-class 1 --in "
            + in
            + " --out "
            + folder.resolve("x.png"))
        .refused("--from-class: this model is not told the class");
  }

  private ImageBatch made(String command) {
    Path out = folder.resolve("made.npy");
    run(command + " --out " + out).succeeded();
    return ImageFile.read(out, SHAPE);
  }

  private CommandRun run(String command) {
    boolean choosesModel = command.contains("--model") || command.startsWith("train");
    String whole = choosesModel ? command : command + " --model " + TinyLab.CONDITIONAL;
    return CommandRun.of(folder, whole.split(" "));
  }

  private static double[] numbers(Path file, int line) throws IOException {
    return Arrays.stream(Files.readAllLines(file).get(line).split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
