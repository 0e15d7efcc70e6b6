package latentlab.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.idx.IdxBytes;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.cyclegan.CycleGanConfig;
import latentlab.models.cyclegan.CycleGanFamily;
import latentlab.models.networks.RateSchedule;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFoldersTest {

  private static final int GREY = BufferedImage.TYPE_BYTE_GRAY;
  private static final int RED = 0xffff0000;

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void chooseFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("animals"));
  }

  @Test
  void namesTheClassesByTheirFoldersInOrder() throws IOException {
    put("zebra", 1, 20);
    put("ape", 101, 10);

    Dataset dataset = load(1);

    assertThat(dataset.name()).isEqualTo("animals");
    assertThat(dataset.classNames()).containsExactly("ape", "zebra");
    assertThat(dataset.shape()).isEqualTo(new ImageShape(8, 9, 1));
    assertThat(dataset.train().size()).isEqualTo(24);
    assertThat(dataset.validation().size()).isEqualTo(1);
    assertThat(dataset.test().size()).isEqualTo(5);
    List<Integer> seen = new ArrayList<>();
    for (ImageSet part : List.of(dataset.train(), dataset.validation(), dataset.test())) {
      for (int i = 0; i < part.size(); i++) {
        int value = part.imageBytes(i)[0];
        assertThat(part.label(i)).isEqualTo(value > 100 ? 0 : 1);
        seen.add(value);
      }
      assertThat(values(part).stream().map(value -> (value + 99) % 200)).isSorted();
    }
    assertThat(seen).doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void splitsBySeedButKeepsTheFingerprint() throws IOException {
    put("ape", 1, 60);

    Dataset one = load(1);

    assertThat(values(load(1).test())).isEqualTo(values(one.test()));
    assertThat(values(load(2).test())).isNotEqualTo(values(one.test()));
    assertThat(load(2).fingerprint()).isEqualTo(one.fingerprint());
    write("ape/10.png", picture(GREY, 9, 8, 0xff7f7f7f));
    assertThat(load(1).fingerprint()).isNotEqualTo(one.fingerprint());
  }

  @Test
  void takesThePartsThatAreThere() throws IOException {
    put("train/ape", 1, 10);
    put("train/zebra", 21, 10);
    put("validation/zebra", 51, 2);
    put("test/ape", 61, 3);
    put("test/zebra", 71, 1);

    Dataset dataset = load(1);

    assertThat(dataset.classNames()).containsExactly("ape", "zebra");
    assertThat(dataset.train().size()).isEqualTo(20);
    assertThat(values(dataset.validation())).containsExactly(51, 52);
    assertThat(dataset.validation().label(0)).isEqualTo(1);
    assertThat(values(dataset.test())).containsExactly(61, 62, 63, 71);
    assertThat(dataset.test().label(3)).isEqualTo(1);
  }

  @Test
  void splitsOffThePartsThatAreMissing() throws IOException {
    put("train/ape", 1, 40);
    Dataset onlyTrain = load(1);
    put("test/ape", 61, 3);
    Dataset withTest = load(1);

    assertThat(onlyTrain.test().size()).isEqualTo(6);
    assertThat(onlyTrain.validation().size()).isEqualTo(1);
    assertThat(withTest.train().size()).isEqualTo(38);
    assertThat(withTest.validation().size()).isEqualTo(2);
    assertThat(values(withTest.test())).containsExactly(61, 62, 63);
  }

  @Test
  void splitsOffATestBesideAValidationThatIsThere() throws IOException {
    put("train/ape", 1, 12);
    put("validation/ape", 61, 3);

    Dataset dataset = load(1);

    assertThat(values(dataset.validation())).containsExactly(61, 62, 63);
    assertThat(dataset.test().size()).isEqualTo(2);
    assertThat(dataset.train().size()).isEqualTo(10);
  }

  @Test
  void takesAFolderOfTrainsForAClass() throws IOException {
    put("train", 1, 5);
    put("plane", 11, 5);

    assertThat(load(1).classNames()).containsExactly("plane", "train");
  }

  @Test
  void readsAllFormatsAndLeavesOutTheRest() throws IOException {
    write("a/1.png", picture(GREY, 9, 8, -1));
    write("a/2.JPG", picture(GREY, 9, 8, -1));
    write("a/3.jpeg", picture(GREY, 9, 8, -1));
    write("a/4.gif", picture(BufferedImage.TYPE_BYTE_INDEXED, 9, 8, -1));
    write("a/5.bmp", picture(BufferedImage.TYPE_INT_RGB, 9, 8, -1));
    write("a/.hidden.png", picture(GREY, 1, 1, -1));
    write(".hidden/1.png", picture(GREY, 1, 1, -1));
    Files.writeString(folder.resolve("a/notes.txt"), "text");
    Files.writeString(folder.resolve("notes.txt"), "text");

    Dataset dataset = load(1);

    assertThat(dataset.classNames()).containsExactly("a");
    assertThat(dataset.shape()).isEqualTo(new ImageShape(8, 9, 1));
    assertThat(dataset.train().size() + dataset.validation().size() + dataset.test().size())
        .isEqualTo(5);
    assertThat(values(dataset.train())).containsOnly(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.png", "2.png"})
  void isInColourIfOnePictureIs(String coloured) throws IOException {
    put("train/a", 1, 3);
    write("train/a/" + coloured, picture(BufferedImage.TYPE_INT_RGB, 9, 8, RED));
    write("test/a/1.png", picture(GREY, 9, 8, 0xff333333));
    put("validation/a", 7, 1);

    Dataset dataset = load(1);

    assertThat(dataset.shape()).isEqualTo(new ImageShape(8, 9, 3));
    int index = coloured.charAt(0) - '1';
    assertThat(dataset.train().imageBytes(index)).startsWith(-1, 0, 0, -1, 0, 0);
    assertThat(dataset.train().imageBytes(1 - index)).containsOnly(2 - index);
    assertThat(dataset.validation().imageBytes(0)).hasSize(216).containsOnly(7);
  }

  @Test
  void laysWhatCanBeSeenThroughOverBlack() throws IOException {
    for (int i = 0; i < 3; i++) {
      write("a/" + i + ".png", picture(BufferedImage.TYPE_INT_ARGB, 9, 8, 0x33ffffff));
    }

    Dataset dataset = load(1);

    assertThat(dataset.shape().channels()).isEqualTo(1);
    assertThat(dataset.train().imageBytes(0)).containsOnly(0x33);
  }

  @Test
  void refusesAPictureOfAnotherSizeBeforeItIsDecoded() throws IOException {
    put("a", 1, 3);
    write("b/wide.png", picture(GREY, 10, 8, -1));
    Path wide = folder.resolve("b/wide.png");
    Files.write(wide, Arrays.copyOf(Files.readAllBytes(wide), 45));

    assertRefused("wide.png: is 8 pixels high and 10 wide; expected 8 and 9 as ", "1.png is");
  }

  @Test
  void refusesAPictureThatIsTooLarge() throws IOException {
    write("a/1.png", picture(BufferedImage.TYPE_BYTE_BINARY, 2400, 2400, -1));

    assertRefused("1.png: is 2400 pixels high and 2400 wide; expected at most 5592405 pixels");
  }

  @ParameterizedTest
  @CsvSource({
    "png, 0.8",
    "png, 0.02",
    "jpg, 0.99",
    "jpg, 0.5",
    "gif, 0.8",
    "gif, 0.02",
    "bmp, 0.8"
  })
  void refusesAPictureThatIsCutShort(String format, double kept) throws IOException {
    put("a", 1, 3);
    BufferedImage noise = picture(BufferedImage.TYPE_INT_RGB, 9, 8, RED);
    for (int i = 0; i < 72; i++) {
      noise.setRGB(i % 9, i / 9, i * i * 0x12345);
    }
    String name = "b/cut." + format;
    write(name, noise);
    byte[] whole = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), Arrays.copyOf(whole, (int) (whole.length * kept)));

    assertRefused("cut." + format + ": ", "a PNG, JPEG, GIF or BMP picture");
  }

  @Test
  void refusesEmptyFilesAndText() throws IOException {
    put("a", 1, 3);
    Path file = folder.resolve("a/2.png");
    Files.write(file, new byte[0]);
    assertRefused("2.png: is empty; expected a PNG");

    Files.writeString(file, "text");
    assertRefused("2.png: is no picture; expected a PNG");
  }

  @Test
  void refusesAClassWithoutPictures() throws IOException {
    put("a", 1, 3);
    Files.createDirectory(folder.resolve("b"));

    assertRefused(folder.resolve("b") + ": holds no pictures; expected files");
  }

  @Test
  void refusesPartsThatDoNotFitTogether() throws IOException {
    put("train/a", 1, 3);
    put("test/b", 1, 3);
    assertRefused(Path.of("test", "b") + ": is no class of train");

    Files.move(folder.resolve("test"), folder.resolve("tests"));
    assertRefused("tests: is beside train; expected only");

    Files.move(folder.resolve("tests"), root.resolve("away"));
    Files.createDirectory(folder.resolve("test"));
    assertRefused("test: holds no folders of pictures");
  }

  @Test
  void refusesMoreClassesThanLabelsCanTellApart() throws IOException {
    for (int i = 0; i < 256; i++) {
      put("c" + i, i, 1);
    }
    assertThat(load(1).classNames()).hasSize(256);

    put("c256", 1, 1);
    assertRefused(folder + ": holds 257 folders of classes; expected at most 256");
  }

  @Test
  void refusesTooFewPictures() throws IOException {
    put("a", 1, 2);

    assertRefused("data set animals: holds 2 images to train on; expected at least 3");
  }

  @Test
  void holdsADataSetOnlyWithPicturesInFolders() throws IOException {
    write("1.png", picture(GREY, 9, 8, -1));
    Files.createDirectory(folder.resolve("a"));
    assertThat(new DatasetFolder(folder).holdsDataset()).isFalse();
    assertRefused("or a folder of pictures for each class");

    put("a", 1, 1);
    assertThat(new DatasetFolder(folder).holdsDataset()).isTrue();
  }

  @Test
  void prefersIdxFiles() throws IOException {
    put("a", 1, 5);
    Files.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.images(40, 0));

    assertThat(load(1).shape()).isEqualTo(new ImageShape(3, 2, 1));
  }

  @Test
  void tellsOfEachPictureAndStopsWhenCancelled() throws IOException {
    put("a", 1, 5);
    List<Long> done = new ArrayList<>();
    Cancellation cancellation = new Cancellation();

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                new DatasetFolder(folder)
                    .load(
                        new Seed(1),
                        (count, total, what) -> {
                          assertThat(total).isEqualTo(5);
                          done.add(count);
                          if (count == 3) {
                            cancellation.cancel();
                          }
                        },
                        cancellation));
    assertThat(done).containsExactly(1L, 2L, 3L);
  }

  @Test
  void twoFoldersAreTheTwoSetsOfACycleGan() throws IOException {
    put("horse", 1, 4);
    put("zebra", 101, 4);
    Dataset dataset = load(1);
    CycleGanConfig config = new CycleGanConfig(2, 1, 1, 2, 10, 0.5, 2, 1e-3, RateSchedule.CONSTANT);

    try (GenerativeModel model =
        new CycleGanFamily()
            .create(config, new ImageDomain(dataset.shape(), dataset.classNames()), new Seed(1))) {
      assertThat(model.images().classNames()).containsExactly("horse", "zebra");
    }
  }

  /** Grey pictures 1.png and so on, 9 wide and 8 high, whose values count up by one. */
  private void put(String classFolder, int firstValue, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      BufferedImage picture = new BufferedImage(9, 8, GREY);
      for (int pixel = 0; pixel < 72; pixel++) {
        picture.getRaster().setSample(pixel % 9, pixel / 9, 0, firstValue + i);
      }
      String name = count < 10 ? "/%d.png" : "/%02d.png";
      write(classFolder + String.format(name, i + 1), picture);
    }
  }

  private static BufferedImage picture(int type, int width, int height, int colour) {
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, colour);
      }
    }
    return picture;
  }

  private void write(String name, BufferedImage picture) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.substring(name.lastIndexOf('.') + 1);
    assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
  }

  private static List<Integer> values(ImageSet images) {
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      values.add((int) images.imageBytes(i)[0]);
    }
    return values;
  }

  private Dataset load(long seed) {
    return new DatasetFolder(folder).load(new Seed(seed), Progress.NONE, new Cancellation());
  }

  private void assertRefused(String... parts) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> load(1))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(parts).hasLineCount(1));
  }
}
