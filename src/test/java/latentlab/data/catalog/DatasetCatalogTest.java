package latentlab.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.data.download.MnistDownload;
import latentlab.data.idx.IdxBytes;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCatalogTest {

  @TempDir Path temporary;
  private Path root;
  private Path cache;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectory(temporary.resolve("root"));
    cache = temporary.resolve("cache");
  }

  @Test
  void alwaysListsTheSyntheticDataAndMnistThatCanBeDownloaded() {
    assertThat(new DatasetCatalog(Optional.empty(), cache).list())
        .satisfiesExactly(
            synthetic -> {
              assertThat(synthetic.name()).isEqualTo("synthetic");
              assertThat(synthetic.present()).isTrue();
            },
            mnist -> {
              assertThat(mnist.name()).isEqualTo("mnist");
              assertThat(mnist.present()).isFalse();
              assertThat(mnist.origin()).contains("can be downloaded");
            });
  }

  @Test
  void listsTheSubFoldersThatHoldADataSet() throws IOException {
    putDataset(root.resolve("zebra"));
    putDataset(root.resolve("ape"));
    Files.createDirectory(root.resolve("empty"));
    Files.writeString(root.resolve("README.md"), "text");

    assertThat(catalog().list())
        .extracting(DatasetListing::name)
        .containsExactly("synthetic", "ape", "zebra", "mnist");
  }

  @Test
  void listsMnistOfTheDataRootOnce() throws IOException {
    putDataset(root.resolve("mnist"));

    assertThat(catalog().list())
        .contains(new DatasetListing("mnist", root.resolve("mnist").toString(), true))
        .hasSize(2);
  }

  @Test
  void findsMnistInTheCacheOnlyWhenAllFilesAreThere() throws IOException {
    Path folder = cache.resolve("mnist");
    putDataset(folder);
    assertThat(catalog().list()).filteredOn("name", "mnist").noneMatch(DatasetListing::present);

    for (String name :
        new String[] {
          "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
        }) {
      byte[] bytes = name.contains("labels") ? IdxBytes.labels(40) : IdxBytes.images(40, 0);
      Files.write(folder.resolve(name + ".gz"), IdxBytes.gzip(bytes));
    }

    assertThat(catalog().list()).filteredOn("name", "mnist").allMatch(DatasetListing::present);
    assertThat(load("mnist").test().size()).isEqualTo(40);
  }

  @Test
  void loadsByName() throws IOException {
    putDataset(root.resolve("shapes"));

    assertThat(load("shapes").name()).isEqualTo("shapes");
  }

  @Test
  void loadsAFolder() throws IOException {
    Path folder = temporary.resolve("elsewhere");
    putDataset(folder);

    Dataset dataset = catalog().loadFolder(folder, new Seed(1), Progress.NONE, new Cancellation());

    assertThat(dataset.name()).isEqualTo("elsewhere");
  }

  @Test
  void refusesAnUnknownNameAndListsTheKnownOnes() throws IOException {
    putDataset(root.resolve("shapes"));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> load("shape"))
        .withMessage("data set shape: is not known; expected one of synthetic, shapes");
  }

  @Test
  void saysWhenTheDataRootIsNoFolder() {
    DatasetCatalog catalog = new DatasetCatalog(Optional.of(temporary.resolve("nowhere")), cache);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> catalog.load("x", new Seed(1), Progress.NONE, new Cancellation()))
        .withMessageContaining("LATENT_LAB_DATA names")
        .withMessageContaining("which is no folder");
  }

  @Test
  void saysWhereMnistIsExpected() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> load("mnist"))
        .withMessageContaining("can be downloaded")
        .withMessageContaining(cache.resolve("mnist").toString());
  }

  @Test
  void aFolderCannotTakeTheNameOfTheSyntheticData() throws IOException {
    putDataset(root.resolve("synthetic"));

    assertThat(catalog().list()).filteredOn("name", "synthetic").hasSize(1);
    assertThat(load("synthetic").shape()).isEqualTo(new ImageShape(28, 28, 1));
  }

  private DatasetCatalog catalog() {
    return new DatasetCatalog(
        Optional.of(root),
        new MnistDownload(cache.resolve("mnist")),
        (from, count) ->
            new ImageSet(new ImageShape(28, 28, 1), new byte[count * 784], new byte[count]));
  }

  private Dataset load(String name) {
    return catalog().load(name, new Seed(1), Progress.NONE, new Cancellation());
  }

  private static void putDataset(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("train-images-idx3-ubyte.gz"), IdxBytes.gzip(IdxBytes.images(40, 0)));
  }
}
