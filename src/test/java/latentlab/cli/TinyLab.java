package latentlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.random.Seed;

/** A data set of 6x6 images and a small untrained model, made in a folder for a test. */
final class TinyLab {

  static final String DATASET = "tiny";
  static final String MODEL = "vae-2d";
  static final String CONDITIONAL = "styles";
  static final List<String> CLASSES =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  static final int TEST_IMAGES = 20;

  private static final int SIDE = 6;
  private static final int TRAINING_IMAGES = 60;

  private TinyLab() {}

  /** Makes the data set {@code tiny}. */
  static void writeDataset(Path folder) {
    writeDataset(folder, SIDE);
  }

  /** Makes the data set {@code tiny} with square images of another size. */
  static void writeDataset(Path folder, int side) {
    Path target = folder.resolve("data").resolve(DATASET);
    try {
      Files.createDirectories(target);
      writeImages(target.resolve("train-images-idx3-ubyte"), TRAINING_IMAGES, side, 1);
      writeLabels(target.resolve("train-labels-idx1-ubyte"), TRAINING_IMAGES);
      writeImages(target.resolve("t10k-images-idx3-ubyte"), TEST_IMAGES, side, 2);
      writeLabels(target.resolve("t10k-labels-idx1-ubyte"), TEST_IMAGES);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes the bundled model {@code vae-2d}, with random weights. */
  static void writeModel(Path folder) {
    writeModel(folder, MODEL, "vae", SIDE, Map.of("latent", "2", "widths", "8"));
  }

  /** Makes the bundled model {@code styles}, which is told the class, with random weights. */
  static void writeConditionalModel(Path folder) {
    write(
        ModelFamilies.discover().named("conditional-vae"),
        folder.resolve("bundled").resolve(CONDITIONAL),
        SIDE,
        Map.of("latent", "2", "widths", "8"),
        CLASSES);
  }

  /** Makes a bundled model of ten classes with random weights. */
  static void writeModel(
      Path folder, String name, String family, int side, Map<String, String> settings) {
    write(
        ModelFamilies.discover().named(family),
        folder.resolve("bundled").resolve(name),
        side,
        settings,
        IntStream.range(0, 10).mapToObj(Integer::toString).toList());
  }

  private static <C extends Record & ModelConfig> void write(
      ModelFamily<C> family,
      Path target,
      int side,
      Map<String, String> settings,
      List<String> classes) {
    C config = ConfigSchema.of(family.configType()).with(family.defaultConfig(), settings);
    ImageDomain images = new ImageDomain(new ImageShape(side, side, 1), classes);
    ModelCard card =
        new ModelCard(
            family.name(),
            config,
            images,
            new ModelCard.Provenance(
                DATASET,
                "0".repeat(64),
                1,
                16,
                3,
                Optional.of(Duration.ofSeconds(90)),
                Map.of(),
                "0.1.0"));
    try (GenerativeModel model = family.create(config, images, new Seed(1))) {
      new ModelFolder(target).write(card, model.weights());
    }
  }

  private static void writeImages(Path file, int count, int side, long seed) throws IOException {
    byte[] pixels = new byte[count * side * side];
    RandomGenerator random = new Seed(seed).generator();
    random.nextBytes(pixels);
    ByteBuffer header = ByteBuffer.allocate(4 * Integer.BYTES);
    header.putInt(0x00000803).putInt(count).putInt(side).putInt(side);
    Files.write(file, joined(header.array(), pixels));
  }

  private static void writeLabels(Path file, int count) throws IOException {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    ByteBuffer header = ByteBuffer.allocate(2 * Integer.BYTES);
    header.putInt(0x00000801).putInt(count);
    Files.write(file, joined(header.array(), labels));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
