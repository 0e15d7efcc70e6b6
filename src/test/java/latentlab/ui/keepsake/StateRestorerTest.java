package latentlab.ui.keepsake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ModelReference;
import latentlab.models.origin.Origins;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.Openings;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.SilentModels;
import latentlab.ui.session.WeightsHash;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateRestorerTest {

  private static final String OTHER = "f".repeat(64);

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final FakePictureTab first = new FakePictureTab("first", true);
  private final FakePictureTab second = new FakePictureTab("second", true);
  private final FakePictureTab unable = new FakePictureTab("unable", false);
  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final ModelOpening opening = Openings.without(session);
  private final StateRestorer restorer =
      new StateRestorer(
          List.of(unable, first, second),
          opening,
          shown::add,
          background::add,
          Runnable::run,
          told::add,
          Messages.load());

  @AfterEach
  void closeSession() {
    session.close();
  }

  private void shelve(String id, String hash) {
    opening
        .shelf()
        .add(
            new ShelvedModel(
                id,
                "title of " + id,
                SilentModels.named("", false).card(),
                () -> {
                  throw new UnsupportedOperationException("never asked");
                },
                new WeightsHash(() -> hash)));
  }

  private static ImageOrigin origin(String id, Optional<String> hash, String activity) {
    return ImageOrigin.of(new ModelReference(id, "title", "none", hash, "none"), activity);
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private String explored() {
    return session.current().map(ExploredModel::name).orElse("");
  }

  @Test
  void opensTheModelOfTheseWeightsAndShowsTheTabThatMadeThePicture() {
    shelve("one", OTHER);
    shelve("/somewhere/renamed", Origins.HASH);
    ImageOrigin origin = origin("one", Optional.of(Origins.HASH), "second");
    restorer.restore(origin);
    work();

    assertThat(explored()).isEqualTo("renamed");
    assertThat(second.restored()).containsExactly(origin);
    assertThat(first.restored()).isEmpty();
    assertThat(shown).containsExactly("second");
  }

  @Test
  void stayWithTheModelIfItIsExploredAlready() {
    shelve("one", Origins.HASH);
    restorer.restore(origin("one", Optional.of(Origins.HASH), "first"));
    work();
    ExploredModel before = session.current().orElseThrow();
    restorer.restore(origin("one", Optional.of(Origins.HASH), "first"));
    work();

    assertThat(session.current().orElseThrow()).isSameAs(before);
    assertThat(first.restored()).hasSize(2);
  }

  @Test
  void findsAModelByItsNameIfNoHashIsKnown() {
    shelve("one", Origins.HASH);
    restorer.restore(origin("one", Optional.empty(), "generate"));
    work();

    assertThat(explored()).isEqualTo("one");
    assertThat(shown).containsExactly("first");
  }

  @Test
  void namesAModelThatIsNotThereAndChangesNothing() {
    shelve("one", OTHER);
    restorer.restore(origin("one", Optional.of(Origins.HASH), "first"));
    work();

    assertThat(session.current()).isEmpty();
    assertThat(shown).isEmpty();
    assertThat(told).singleElement().asString().contains("one", "0123456789ab");
  }

  @Test
  void findsTheModelOfATrainingThatWasNeverStored() {
    ExploredModel trained = SilentModels.named("In training", true);
    session.exploreTraining(trained);
    shelve("one", Origins.HASH);
    opening.explore(opening.shelf().models().get(0));
    restorer.restore(ImageOrigin.of(trained.reference(), "first"));
    work();

    assertThat(session.current()).containsSame(trained);
    assertThat(first.restored()).hasSize(1);
  }

  @Test
  void letsTheLatestRequestCount() {
    shelve("one", Origins.HASH);
    shelve("two", OTHER);
    restorer.restore(origin("one", Optional.of(Origins.HASH), "first"));
    restorer.restore(origin("two", Optional.of(OTHER), "first"));
    work();

    assertThat(explored()).isEqualTo("two");
    assertThat(first.restored()).hasSize(1);
  }

  @Test
  void restoresFromAFileAndTellsWhatIsWrongWithOne() throws IOException {
    shelve("one", Origins.HASH);
    Path file = folder.resolve("picture.png");
    ImageBatch image = ImageBatch.unlabelled(new ImageShape(2, 2, 1), new float[4]);
    DescribedPicture.write(file, image, 1, origin("one", Optional.empty(), "second"));
    restorer.restore(file);
    work();
    assertThat(second.restored()).hasSize(1);

    ImageFile.write(file, image, 1, Map.of(DescribedPicture.KEYWORD, "{}"));
    restorer.restore(file);
    work();
    assertThat(told.get(told.size() - 1)).contains("picture.png", "version").hasLineCount(1);

    Files.delete(file);
    restorer.restore(file);
    work();
    assertThat(told.get(told.size() - 1)).contains("not found");
  }

  @Test
  void takesOnlyPicturesOfThisProgramFromADrag() throws IOException {
    List<Path> dropped = new ArrayList<>();
    PictureDrop drop = new PictureDrop(background::add, Runnable::run, dropped::add);
    Path own = folder.resolve("own.png");
    Path other = folder.resolve("other.png");
    ImageBatch image = ImageBatch.unlabelled(new ImageShape(2, 2, 1), new float[4]);
    DescribedPicture.write(own, image, 1, origin("one", Optional.empty(), "second"));
    ImageFile.write(other, image);

    assertThat(drop.takes(files(own))).as("before it was read").isFalse();
    work();
    assertThat(drop.takes(files(own))).isTrue();
    assertThat(drop.takes(files(own, other))).isFalse();
    assertThat(drop.takes(files(other))).isFalse();
    work();
    assertThat(drop.take(files(other))).isFalse();
    assertThat(drop.take(files(folder.resolve("missing.png")))).isFalse();
    work();
    assertThat(dropped).isEmpty();

    assertThat(drop.takes(files(own))).isFalse();
    work();
    assertThat(drop.take(files(own))).isTrue();
    assertThat(dropped).containsExactly(own);
  }

  private static List<File> files(Path... paths) {
    return List.of(paths).stream().map(Path::toFile).toList();
  }
}
