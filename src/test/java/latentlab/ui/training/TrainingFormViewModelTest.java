package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.data.catalog.DatasetCatalog.DatasetListing;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingFormViewModelTest {

  private final FakeDatasets datasets = new FakeDatasets();
  private final TrainingFormViewModel form =
      new TrainingFormViewModel(
          datasets, "synthetic", new Seed(5), Runnable::run, Runnable::run, Messages.load());

  @BeforeEach
  void offerAFamily() {
    List<ModelFamily<?>> families = List.of(new SampleFamily());
    form.families().setAll(families);
    form.family().set(families.get(0));
  }

  @Test
  void isNotReadyBeforeTheDataSetsAreKnown() {
    assertThat(form.ready().get()).isFalse();
    assertThat(form.problem().get()).isNotEmpty();
    assertThat(form.request()).isEmpty();
  }

  @Test
  void asksForWhatIsFilledIn() {
    form.refreshDatasets();
    field("latent").text().set("16");
    field("epochs").text().set(" 3 ");

    assertThat(form.request())
        .hasValueSatisfying(
            request -> {
              assertThat(request.dataset()).isEqualTo("synthetic");
              assertThat(request.epochs()).isEqualTo(3);
              assertThat(request.batchSize()).isEqualTo(128);
              assertThat(request.seed()).isEqualTo(new Seed(5));
              assertThat(request.config())
                  .isInstanceOfSatisfying(
                      SampleFamily.Config.class,
                      config -> assertThat(config.latent()).isEqualTo(16));
            });
  }

  @Test
  void tellsBesideTheFieldWhatIsWrongAndIsNotReady() {
    form.refreshDatasets();
    field("latent").text().set("0");

    assertThat(field("latent").error().get()).contains("1 to 256");
    assertThat(form.ready().get()).isFalse();

    field("latent").text().set("8");

    assertThat(field("latent").error().get()).isEmpty();
    assertThat(form.ready().get()).isTrue();
  }

  @Test
  void refusesEpochsBatchAndSeedThatAreNoNumbersInRange() {
    form.refreshDatasets();
    for (String field : List.of("epochs", "batch", "seed")) {
      String before = field(field).value();
      for (String bad : List.of("", "ten", "1.5", "99999999999999999999")) {
        field(field).text().set(bad);
        assertThat(form.ready().get()).as(field + " = " + bad).isFalse();
      }
      field(field).text().set(before);
      assertThat(form.ready().get()).isTrue();
    }
    field("epochs").text().set("-1");
    assertThat(field("epochs").error().get()).isEqualTo("expected 1 to 100,000");
  }

  @Test
  void tellsWhatIsWrongWithSettingsTakenTogether() {
    form.refreshDatasets();
    field("latent").text().set("101");
    field("beta").text().set("0");

    assertThat(form.ready().get()).isFalse();
    assertThat(form.problem().get()).contains("beta");
  }

  @Test
  void asksToDownloadADataSetThatIsAbsent() {
    form.refreshDatasets();
    choose("mnist");

    assertThat(form.ready().get()).isFalse();
    assertThat(form.problem().get()).contains("mnist").contains("downloaded");
  }

  @Test
  void keepsTheChosenDataSetWhenTheListIsReadAgain() {
    form.refreshDatasets();
    choose("mnist");
    DownloadViewModel download = download();

    download.start("mnist");

    assertThat(download.active().get()).isFalse();
    assertThat(form.request()).hasValueSatisfying(r -> assertThat(r.dataset()).isEqualTo("mnist"));
  }

  @Test
  void asksForADataSetSplitByTheChosenProperty() {
    form.refreshDatasets();
    form.split().set(SplitChoice.SLANT);

    assertThat(form.request())
        .hasValueSatisfying(r -> assertThat(r.dataset()).isEqualTo("synthetic-by-slant"));

    form.split().set(SplitChoice.NONE);

    assertThat(form.request())
        .hasValueSatisfying(r -> assertThat(r.dataset()).isEqualTo("synthetic"));
  }

  @Test
  void namesEachWayToSplit() {
    for (SplitChoice choice : SplitChoice.values()) {
      assertThat(Messages.load().text("training.split." + choice)).isNotBlank();
    }
  }

  @Test
  void goesOnWithWhatItHasWhenADownloadFails() {
    form.refreshDatasets();
    choose("mnist");
    datasets.networkIsDown = true;
    DownloadViewModel download = download();

    download.start("mnist");

    assertThat(download.message().get()).isEqualTo("no connection to the mirror of mnist");
    assertThat(download.active().get()).isFalse();
    choose("synthetic");
    assertThat(form.ready().get()).isTrue();
  }

  @Test
  void offersTheConstantsOfAnEnumInTheSpellingOfTheForm() {
    assertThat(field("activation").choices()).containsExactly("relu", "tanh");
    assertThat(field("warmUp").choices()).containsExactly("true", "false");
    assertThat(field("latent").choices()).isEmpty();
  }

  private DownloadViewModel download() {
    return new DownloadViewModel(
        datasets,
        form::refreshDatasets,
        Runnable::run,
        Runnable::run,
        (work, delay) -> work.run(),
        Messages.load());
  }

  private void choose(String name) {
    List<DatasetListing> found =
        form.datasets().stream().filter(listing -> listing.name().equals(name)).toList();
    form.dataset().set(found.get(0));
  }

  private FieldViewModel field(String name) {
    ConfigFields config = form.config().get();
    if (config != null) {
      for (FieldViewModel field : config.fields()) {
        if (field.name().equals(name)) {
          return field;
        }
      }
    }
    return form.plan().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
