package latentlab.ui.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;
import latentlab.ui.input.ImageInputViewModel.Origin;
import latentlab.ui.session.FixedTestImages;
import latentlab.ui.session.TestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageInputViewModelTest {

  private static final ImageShape SHAPE = new ImageShape(4, 4, 1);
  private static final int[] LABELS = {2, 0, 1, 0, 2, 1};

  @TempDir Path folder = Path.of("");

  private final List<CompletableFuture<TestImages.Opened>> asked = new ArrayList<>();
  private final ImageInputViewModel input =
      new ImageInputViewModel(this::open, Runnable::run, Runnable::run);

  @BeforeEach
  void offer() {
    input.offerFor(new ImageDomain(SHAPE, List.of("a", "b", "c")), "mnist");
  }

  @Test
  void givesTheDrawingCentredAfterEachStrokeAndNothingOnceCleared() {
    List<Origin> seen = new ArrayList<>();
    input.image().addListener((property, old, now) -> seen.add(input.origin().get()));
    input.draw(new Stroke(0.5, 0.5, 0.5, 0.5, 2));
    float[] centred = image().pixels();
    input.centring().set(false);

    assertThat(image().pixels()[0]).isEqualTo(1);
    assertThat(centred[0]).isLessThan(1);
    assertThat(centred).contains(1);
    input.clear();
    assertThat(input.image().get()).isNull();
    assertThat(seen).containsExactly(Origin.DRAWN, Origin.DRAWN, Origin.NOWHERE);
  }

  @Test
  void theImageThatWasGivenDoesNotChangeWhenOneDrawsOn() {
    input.draw(new Stroke(0.5, 0.5, 0.5, 0.5, 2));
    ImageBatch before = image();
    float[] pixels = before.pixels().clone();
    input.draw(new Stroke(3.5, 3.5, 3.5, 3.5, 2));

    assertThat(before.pixels()).isEqualTo(pixels);
    assertThat(image().pixels()).isNotEqualTo(pixels);
  }

  @Test
  void walksThroughTheTestImagesOfAClassInBothDirections() {
    input.chooseClass(0);
    load();
    assertThat(input.exampleNumber().get()).isEqualTo(1);
    input.next();
    assertThat(input.exampleNumber().get()).isEqualTo(3);
    input.next();
    assertThat(input.exampleNumber().get()).isEqualTo(1);
    input.previous();
    assertThat(input.exampleNumber().get()).isEqualTo(3);
    assertThat(image().labels()).containsExactly(0);
    assertThat(image().pixels()[0]).isEqualTo(0.6f);
    assertThat(input.exampleCount().get()).isEqualTo(6);
    assertThat(asked).hasSize(1);
  }

  @Test
  void randomTestImagesAreOfTheClassChosenAndTheSameForTheSameSeed() {
    input.chooseClass(2);
    load();
    input.random(new Seed(5));
    int first = input.exampleNumber().get();
    input.random(new Seed(6));
    input.random(new Seed(5));

    assertThat(input.exampleNumber().get()).isEqualTo(first);
    assertThat(LABELS[first]).isEqualTo(2);
  }

  @Test
  void cutsANumberThatIsTooLarge() {
    input.chooseExample(99);
    load();

    assertThat(input.exampleNumber().get()).isEqualTo(5);
  }

  @Test
  void drawingOnATestImageMakesItADrawingWithoutALabel() {
    input.chooseExample(2);
    load();
    input.centring().set(false);
    input.draw(new Stroke(3.5, 3.5, 3.5, 3.5, 2));

    assertThat(input.origin().get()).isEqualTo(Origin.DRAWN);
    assertThat(input.exampleNumber().get()).isEqualTo(ImageInputViewModel.NO_EXAMPLE);
    assertThat(image().labels()).isEmpty();
    assertThat(image().pixels()[0]).isEqualTo(0.4f);
  }

  @Test
  void aTestImageThatComesAfterAStrokeIsDropped() {
    input.next();
    assertThat(input.busy().get()).isTrue();
    input.draw(new Stroke(0.5, 0.5, 0.5, 0.5, 2));
    load();

    assertThat(input.busy().get()).isFalse();
    assertThat(input.origin().get()).isEqualTo(Origin.DRAWN);
  }

  @Test
  void saysInOneLineWhyThereAreNoTestImages() {
    input.next();
    asked.get(0).completeExceptionally(new InvalidInputException("there is no data"));

    assertThat(input.problem().get()).isEqualTo("there is no data");
    assertThat(input.image().get()).isNull();
  }

  @Test
  void readsAPictureFromAFileAndSaysWhatIsWrongWithOthers() throws IOException {
    Path file = folder.resolve("dot.png");
    BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    picture.setRGB(1, 2, 0xffffff);
    ImageIO.write(picture, "png", file.toFile());
    input.open(file);

    assertThat(input.origin().get()).isEqualTo(Origin.FILE);
    assertThat(image().pixels()[2 * 4 + 1]).isEqualTo(1);

    Path broken = Files.writeString(folder.resolve("broken.png"), "not a picture");
    input.open(broken);
    assertThat(input.problem().get()).contains("broken.png").doesNotContain("\n");
    assertThat(input.origin().get()).isEqualTo(Origin.FILE);
  }

  @Test
  void keepsTheImageForAnotherModelOfTheSameShapeOnly() {
    input.draw(new Stroke(0.5, 0.5, 0.5, 0.5, 2));
    input.offerFor(new ImageDomain(SHAPE, List.of()), "faces");
    assertThat(image().pixels()[0]).isEqualTo(1);
    assertThat(input.centring().get()).isFalse();

    input.offerFor(new ImageDomain(new ImageShape(5, 5, 1), List.of()), "faces");
    assertThat(input.image().get()).isNull();
  }

  private ImageBatch image() {
    return Objects.requireNonNull(input.image().get());
  }

  private CompletableFuture<TestImages.Opened> open(ImageShape shape, String dataset, Seed seed) {
    CompletableFuture<TestImages.Opened> answer = new CompletableFuture<>();
    asked.add(answer);
    return answer;
  }

  /** Image i has the value i/5 everywhere. */
  private void load() {
    float[] pixels = new float[LABELS.length * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      int image = i / SHAPE.size();
      pixels[i] = image / 5f;
    }
    asked
        .get(0)
        .complete(
            FixedTestImages.opened(new ImageBatch(SHAPE, LABELS.length, pixels, LABELS.clone())));
  }
}
