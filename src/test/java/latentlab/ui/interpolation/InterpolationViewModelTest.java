package latentlab.ui.interpolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.ImageBatch;
import latentlab.data.property.ImageProperty;
import latentlab.models.CodePath;
import latentlab.models.GenerativeModel;
import latentlab.training.ModelReplica;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.FixedTestImages;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpolationViewModelTest {

  @TempDir Path folder = Path.of("");

  /** What is to be run on the thread of the window, which is that of the test. */
  private final LinkedBlockingQueue<Runnable> foregroundWork = new LinkedBlockingQueue<>();

  private final Executor foreground = foregroundWork::add;
  private final List<Runnable> pulses = new ArrayList<>();
  private final List<ModelReplica> replicas = new ArrayList<>();
  private final ImageInputViewModel input =
      new ImageInputViewModel(FixedTestImages.of(examples()), Runnable::run, Runnable::run);
  private final InterpolationViewModel viewModel =
      new InterpolationViewModel(
          FixedTestImages.of(examples()), input, foreground, (work, delay) -> pulses.add(work));

  @AfterEach
  void close() {
    viewModel.close();
    replicas.forEach(ModelReplica::close);
  }

  @Test
  void beginsWithTestImagesOfTwoClassesAndGoesStraightBetweenThem() {
    viewModel.chooseWay(CodePath.LINEAR);
    viewModel.choosePictures(5);
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> viewModel.anchors().get(0).image().isPresent() && endsIn(lane, 0, 1));

    assertThat(strip(lane).pixels())
        .containsExactly(1, 0, 0.75f, 0.25f, 0.5f, 0.5f, 0.25f, 0.75f, 0, 1);
  }

  @Test
  void goesAlongAnArcThatKeepsTheRadius() {
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    float[] pixels = strip(lane).pixels();

    for (int i = 0; i < pixels.length; i += 2) {
      assertThat(Math.hypot(pixels[i], pixels[i + 1])).isEqualTo(1, within(1e-5));
    }
  }

  @Test
  void showsThePictureAtThePositionOfTheSlider() {
    viewModel.chooseWay(CodePath.LINEAR);
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    viewModel.film().goTo(0.25);
    await(() -> picture(lane).pixels()[0] == 0.75f);

    assertThat(picture(lane).pixels()).containsExactly(0.75f, 0.25f);
  }

  @Test
  void aDrawnImageTakesThePlaceOfTheAnchorThatIsEdited() {
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    viewModel.select(1);
    input.give(PlaneModel.image(0.5f, 0.25f));
    await(() -> endsIn(lane, 0.5f, 0.25f));

    assertThat(strip(lane).image(0)).containsExactly(1, 0);
  }

  @Test
  void sampledAnchorsAreTheSameForTheSameSeedInEveryModel() {
    PathLane first = explore(PlaneModel.Drawing::new);
    PathLane second = lane(PlaneModel.Drawing::new);
    viewModel.addLane(1, second);
    await(() -> first.strip().get() != null && second.strip().get() != null);

    assertThat(strip(first).pixels()).isEqualTo(strip(second).pixels());
    viewModel.sample(7);
    await(
        () ->
            strip(first).pixels()[0] == Objects.requireNonNull(first.space().get()).sampled(7)[0]);
  }

  @Test
  void aModelWithoutAnEncoderAsksForSampledAnchors() {
    PathLane lane = lane(PlaneModel.Drawing::new);
    PathLane encoder = explore(PlaneModel.Both::new);
    await(() -> endsIn(encoder, 0, 1));
    viewModel.addLane(1, lane);
    await(() -> lane.note().get().contains("sampled"));

    assertThat(lane.strip().get()).isNull();
  }

  @Test
  void saysThatAModelHasNoLatentSpace() {
    PathLane lane = explore(PlaneModel::new);
    await(() -> lane.stage().get() == PathLane.Stage.WITHOUT_LATENT_SPACE);

    assertThat(lane.note().get()).contains("no latent space");
  }

  @Test
  void addsTheDifferenceOfTwoClassesAllAlong() {
    viewModel.chooseWay(CodePath.LINEAR);
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    viewModel.chooseAttribute(new Attribute.Classes(0, 1));
    // The means of the classes are (1, 0) and (0, 0.5).
    await(() -> endsIn(lane, -1, 1.5f));
    viewModel.chooseStrength(-1);
    await(() -> endsIn(lane, 1, 0.5f));
    viewModel.chooseAttribute(Attribute.NONE);
    await(() -> endsIn(lane, 0, 1));
  }

  @Test
  void measuresWhatAModelWithoutAnEncoderDraws() {
    PathLane lane = explore(PlaneModel.Drawing::new);
    await(() -> lane.strip().get() != null);
    viewModel.chooseAttribute(new Attribute.Measured(ImageProperty.THICKNESS));
    await(() -> lane.note().get().contains("explains"));
    viewModel.chooseAttribute(new Attribute.Classes(0, 1));

    await(() -> lane.note().get().contains("no encoder"));
  }

  @Test
  void keepsTwoToSixAnchors() {
    for (int i = 0; i < 9; i++) {
      viewModel.addAnchor();
    }
    assertThat(viewModel.anchors()).hasSize(6).doesNotHaveDuplicates();
    assertThat(viewModel.selected().get()).isEqualTo(5);
    for (int i = 0; i < 9; i++) {
      viewModel.removeAnchor();
    }
    assertThat(viewModel.anchors()).hasSize(2);
    assertThat(viewModel.selected().get()).isEqualTo(1);
  }

  @Test
  void pointsTakeThePlacesThatNobodyHasChosenAndThenCome() {
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    assertThat(viewModel.take(Anchor.at(List.of(0.5f, 0.25f), 0))).isZero();
    assertThat(viewModel.take(Anchor.at(List.of(0.75f, 0.5f), 1))).isEqualTo(1);
    assertThat(viewModel.take(Anchor.at(List.of(-1f, 0f), 0))).isEqualTo(2);
    assertThat(viewModel.selected().get()).isEqualTo(2);
    await(() -> endsIn(lane, -1, 0));
    assertThat(strip(lane).image(0)).containsExactly(0.5f, 0.25f);

    assertThat(viewModel.anchors()).hasSize(3);
    for (int i = 3; i < 9; i++) {
      viewModel.take(Anchor.at(List.of((float) i, 0f), 0));
    }
    assertThat(viewModel.anchors()).hasSize(6);
    assertThat(viewModel.anchors().get(5).code()).containsExactly(8f, 0f);
  }

  @Test
  void goesBackToWhatWasChosenButNotToWhatTheModelDoesNotKnow() {
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    PathPlan before = viewModel.plan().get();
    viewModel.chooseWay(CodePath.LINEAR);
    viewModel.choosePictures(7);
    viewModel.sample(9);
    viewModel.restore(before);
    assertThat(viewModel.plan().get()).isEqualTo(before);

    viewModel.restore(
        new PathPlan(
            List.of(Anchor.at(List.of(1f, 2f, 3f), 5), Anchor.at(List.of(0.5f, 1f), 1)),
            CodePath.LINEAR,
            1_000,
            new Attribute.Classes(0, 7),
            1e9));

    assertThat(viewModel.anchors().get(0)).isEqualTo(Anchor.sampled(1, 0));
    assertThat(viewModel.anchors().get(1).code()).containsExactly(0.5f, 1f);
    assertThat(viewModel.pictures().get()).isEqualTo(InterpolationViewModel.MOST_PICTURES);
    assertThat(viewModel.attribute().get()).isEqualTo(Attribute.NONE);
    assertThat(viewModel.strength().get()).isEqualTo(InterpolationViewModel.LARGEST_STRENGTH);
  }

  @Test
  void aPointOfAnotherSpaceIsReplacedInTheExploredModelAndToldOfInOthers() {
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    long before = viewModel.beginnings().get();
    viewModel.take(Anchor.at(List.of(1f, 2f, 3f), 0));
    await(() -> lane.note().get().contains("another space"));
    PathLane next = explore(PlaneModel.Drawing::new);
    await(() -> next.strip().get() != null);

    assertThat(viewModel.anchors()).allMatch(Anchor::isRandom);
    assertThat(viewModel.beginnings().get()).isGreaterThan(before);
  }

  @Test
  void tellsAStripWithTheCodesOfItsAnchors() {
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    DrawnStrip drawn = lane.drawn().orElseThrow();

    assertThat(drawn.stops().values()).containsExactly(1, 0, 0, 1);
    assertThat(drawn.plan()).isEqualTo(viewModel.plan().get());
    assertThat(drawn.images()).isSameAs(strip(lane));
  }

  @Test
  void playsToAndFroUntilItIsPaused() {
    viewModel.film().chooseSpeed(40);
    viewModel.film().playOrPause();
    List<Double> seen = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      seen.add(viewModel.film().position().get());
      pulses.remove(0).run();
    }
    assertThat(seen.get(4)).isEqualTo(1);
    assertThat(seen.get(5)).isLessThan(1);
    viewModel.film().playOrPause();
    double stopped = viewModel.film().position().get();
    pulses.remove(0).run();
    assertThat(viewModel.film().position().get()).isEqualTo(stopped);
    assertThat(pulses).isEmpty();
  }

  @Test
  void playsOnceIfItIsNotToGoBack() {
    viewModel.film().chooseToAndFro(false);
    viewModel.film().chooseSpeed(40);
    viewModel.film().playOrPause();
    while (!pulses.isEmpty()) {
      pulses.remove(0).run();
    }

    assertThat(viewModel.film().position().get()).isEqualTo(1);
    assertThat(viewModel.film().playing().get()).isFalse();
  }

  @Test
  void writesTheFilmTheStripsAndTheCodes() throws IOException {
    InterpolationExport export =
        new InterpolationExport(viewModel, Optional::empty, Runnable::run, Messages.load());
    export.writePng(folder.resolve("too-early.png"));
    await(() -> viewModel.message().get().contains("no way"));
    PathLane lane = explore(PlaneModel.Both::new);
    await(() -> endsIn(lane, 0, 1));
    Path gif = folder.resolve("film.gif");
    export.writeGif(gif);
    await(() -> viewModel.message().get().contains("film.gif"));
    export.writePng(folder.resolve("strip.png"));
    await(() -> viewModel.message().get().contains("strip.png"));
    export.writeCodes(folder.resolve("codes.npy"));
    await(() -> viewModel.message().get().contains("codes.npy"));

    assertThat(ImageIO.read(folder.resolve("strip.png").toFile()).getWidth()).isEqualTo(14 * 3 - 1);
    assertThat(
            new String(
                Files.readAllBytes(folder.resolve("codes.npy")),
                0,
                80,
                StandardCharsets.ISO_8859_1))
        .contains("(14, 2)");
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(gif.toFile())) {
      reader.setInput(stream);
      // Sixty there, and back without both ends.
      assertThat(reader.getNumImages(true)).isEqualTo(118);
      assertThat(reader.read(0).getWidth()).isEqualTo(2 * 224);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void putsFilmsBesideEachOther() {
    ImageBatch beside =
        InterpolationExport.beside(
            List.of(PlaneModel.image(0, 0.1f), PlaneModel.image(0.2f, 0.3f)));

    assertThat(beside.shape().width()).isEqualTo(4);
    assertThat(beside.pixels()).containsExactly(0, 0.1f, 0.2f, 0.3f);
  }

  private PathLane explore(Supplier<GenerativeModel> maker) {
    PathLane lane = lane(maker);
    viewModel.setShown(true);
    viewModel.explore(lane);
    return lane;
  }

  private PathLane lane(Supplier<GenerativeModel> maker) {
    ModelReplica replica = new ModelReplica("plane", maker);
    replicas.add(replica);
    return new PathLane(
        "Plane", "planes", replica, FixedTestImages.of(examples()), foreground, Messages.load());
  }

  /** Two of class 0, of which the mean is (1, 0), and two of class 1 with the mean (0, 0.5). */
  private static ImageBatch examples() {
    return new ImageBatch(
        PlaneModel.SHAPE, 4, new float[] {1, 0, 1, 0, 0, 1, 0, 0}, new int[] {0, 0, 1, 1});
  }

  private static ImageBatch strip(PathLane lane) {
    return Objects.requireNonNull(lane.strip().get());
  }

  private static ImageBatch picture(PathLane lane) {
    return Objects.requireNonNull(lane.picture().get());
  }

  private static boolean endsIn(PathLane lane, float first, float second) {
    ImageBatch images = lane.strip().get();
    if (images == null) {
      return false;
    }
    float[] last = images.image(images.count() - 1);
    return Math.abs(last[0] - first) < 1e-5 && Math.abs(last[1] - second) < 1e-5;
  }

  /** Does the work of the window until something is so. */
  private void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        Runnable work = foregroundWork.poll(20, TimeUnit.SECONDS);
        assertThat(work).as("nothing happens any more").isNotNull();
        Objects.requireNonNull(work).run();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
