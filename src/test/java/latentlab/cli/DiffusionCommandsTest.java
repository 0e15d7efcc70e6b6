package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.progress.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with a model that makes images step by step. */
class DiffusionCommandsTest {

  private static final int SIDE = 8;
  private static final ImageShape SHAPE = new ImageShape(SIDE, SIDE, 1);

  @TempDir private Path folder;

  @BeforeEach
  void writeLab() {
    TinyLab.writeDataset(folder, SIDE);
    TinyLab.writeModel(
        folder, "steps", "diffusion", SIDE, Map.of("steps", "20", "samplingSteps", "4"));
    TinyLab.writeModel(
        folder,
        "blind",
        "diffusion",
        SIDE,
        Map.of("steps", "20", "samplingSteps", "4", "conditional", "false"));
    TinyLab.writeModel(folder, "vae", "vae", SIDE, Map.of("latent", "2", "widths", "8"));
  }

  @Test
  void generatesBySamplerStepsAndGuidance() {
    ImageBatch usual = made("generate --model steps --class 3 --count 3 --seed 5");
    ImageBatch same = made("generate --model steps --class 3 --count 3 --seed 5 --steps 4");
    ImageBatch ancestral = made("generate --model steps --class 3 --count 3 --sampler ddpm");

    assertThat(same.pixels()).isEqualTo(usual.pixels());
    assertThat(ancestral.pixels()).isNotEqualTo(usual.pixels());
    assertThat(made("generate --model steps --count 2 --sampler dpm-solver").count()).isEqualTo(2);
  }

  @Test
  void aMixWithTheWeightZeroIsTheFirstClass() {
    ImageBatch three = made("generate --model steps --class 3 --count 2");

    assertThat(made("generate --model steps --class 3 --mix 8:0 --count 2").pixels())
        .isEqualTo(three.pixels());
  }

  @Test
  void keepsTheKnownHalfExactly() {
    ImageBatch given = made("denoise --model blind --count 3 --from-step 1");
    Path in = folder.resolve("given.npy");
    ImageFile.write(in, given);
    ImageBatch completed = made("inpaint --model blind --in " + in + " --mask lower");

    for (int i = 0; i < 3; i++) {
      for (int at = 0; at < SIDE * SIDE / 2; at++) {
        assertThat(completed.image(i)[at]).isEqualTo(given.image(i)[at]);
      }
    }
    assertThat(completed.pixels()).isNotEqualTo(given.pixels());
  }

  @Test
  void takesAMaskFromAFile() {
    Path mask = folder.resolve("mask.npy");
    float[] nothing = new float[SIDE * SIDE];
    ImageFile.write(mask, ImageBatch.unlabelled(SHAPE, nothing));
    Path in = folder.resolve("in.npy");
    ImageFile.write(in, made("generate --model blind --count 2"));

    assertThat(made("inpaint --model blind --in " + in + " --mask " + mask).pixels())
        .isEqualTo(ImageFile.read(in, SHAPE).pixels());
  }

  @Test
  void interpolatesInARowForEachPair() {
    assertThat(made("interpolate --model blind --count 3 --points 4 --at-step 10").count())
        .isEqualTo(8);
    assertThat(made("interpolate --model vae --count 2 --points 5").count()).isEqualTo(5);
  }

  @Test
  void endsOfAnInterpolationAreReconstructions() {
    ImageBatch row = made("interpolate --model vae --count 2 --points 5");
    ImageBatch seen = made("reconstruct --model vae --count 2");

    assertThat(row.image(0)).usingComparatorWithPrecision(1e-5f).containsExactly(seen.image(0));
    assertThat(row.image(4)).usingComparatorWithPrecision(1e-5f).containsExactly(seen.image(1));
  }

  @Test
  void measuresWithTheSamplerAskedFor() {
    run("evaluate --model steps --dataset tiny --samples 0 --steps 2 --json").succeeded();
    run("evaluate --model vae --dataset tiny --samples 0 --steps 2")
        .refused("cannot make images from noise step by step");
  }

  @Test
  void saysWhatIsWrong() {
    refuse("generate --model steps --steps 21", "from 1 to the model's 20, not 21");
    refuse("generate --model steps --steps 0", "must be at least 1, not 0");
    refuse("generate --model steps --sampler euler", "none of ddpm, ddim, dpm-solver");
    refuse("generate --model steps --eta 2", "eta must be from 0 to 1, not 2");
    refuse("generate --model steps --class 3 --mix 8:x", "--mix", "'x'");
    refuse("generate --model steps --mix 8", "--mix needs a first class by --class");
    refuse("generate --model steps --class 11", "no class '11'");
    refuse("generate --model blind --class 3", "trained without classes");
    refuse("generate --model vae --steps 5", "cannot make images from noise step by step");
    refuse("denoise --model steps --from-step 21 --count 1", "no noisy step 21; expected 1 to 20");
    refuse("denoise --model vae --from-step 3", "cannot make images from noise step by step");
    refuse("inpaint --model steps --mask middle", "--mask 'middle'");
    refuse("inpaint --model steps --resamplings 0", "resamplings must be from 1 to 100, not 0");
    refuse("interpolate --model steps --count 1", "give two");
    refuse("interpolate --model vae --at-step 3", "cannot make images from noise step by step");
    refuse("interpolate --model steps --at-step 0", "no noisy step 0; expected 1 to 20");
  }

  @Test
  void refusesAMaskOfAnotherSize() {
    Path mask = folder.resolve("mask.npy");
    ImageFile.write(mask, ImageBatch.unlabelled(new ImageShape(4, 4, 1), new float[16]));

    run("inpaint --model steps --mask " + mask + " --out " + folder.resolve("x.npy"))
        .refused("[1, 4, 4, 1]");
  }

  @Test
  void aCancelledSamplingWritesNothing() throws Exception {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    Path out = folder.resolve("out.npy");
    CommandRun run =
        CommandRun.of(
            folder, cancelled, ("generate --model steps --count 2 --out " + out).split(" "));

    assertThat(run.exitCode()).isEqualTo(ExitCode.CANCELLED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(n -> n.contains("out"));
    }
  }

  private void refuse(String command, String... words) {
    Path out = folder.resolve("refused.npy");
    run(command + " --out " + out).refused(words);
    assertThat(out).doesNotExist();
  }

  private ImageBatch made(String command) {
    Path out = folder.resolve("made.npy");
    run(command + " --out " + out).succeeded();
    return ImageFile.read(out, SHAPE);
  }

  private CommandRun run(String command) {
    String images = command.matches("(denoise|inpaint|interpolate|reconstruct) .*") ? " " : "";
    boolean named = images.isEmpty() || command.contains("--in ");
    return CommandRun.of(folder, (command + (named ? "" : " --dataset tiny")).split(" +"));
  }
}
