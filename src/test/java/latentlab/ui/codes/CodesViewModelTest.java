package latentlab.ui.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.CodeMaps;
import latentlab.models.ImageDomain;
import latentlab.ui.codes.CodesViewModel.Stage;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.FixedTestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodesViewModelTest {

  private static final ImageShape SHAPE = new ImageShape(2, 2, 1);
  private static final int BOOK = 40;

  private final Pixels pixels = new Pixels();
  private final List<Runnable> pulses = new ArrayList<>();
  private final ImageInputViewModel input =
      new ImageInputViewModel(FixedTestImages.of(examples()), Runnable::run, Runnable::run);
  private final CodesViewModel viewModel =
      new CodesViewModel(
          input, FixedTestImages.of(examples()), Runnable::run, (work, delay) -> pulses.add(work));

  @BeforeEach
  void explore() {
    viewModel.setShown(true);
    viewModel.explore(model(), Stage.READY);
    pixels.answerAll();
  }

  @Test
  void showsTheCodesOfTheFirstTestImageAndWhatTheyDraw() {
    assertThat(viewModel.codes().get()).containsExactly(1, 2, 3, 4);
    assertThat(picture().pixels()).containsExactly(code(1), code(2), code(3), code(4));
  }

  @Test
  void swapsTheCodeOfTheChosenCellAndPutsItBack() {
    viewModel.chooseCell(2);
    viewModel.swap(39);
    pixels.answerAll();
    assertThat(picture().pixels()).containsExactly(code(1), code(2), code(39), code(4));
    assertThat(viewModel.isSwapped(2)).isTrue();
    assertThat(viewModel.isSwapped(1)).isFalse();
    viewModel.reset();
    pixels.answerAll();

    assertThat(picture().pixels()).containsExactly(code(1), code(2), code(3), code(4));
    assertThat(viewModel.isSwapped(2)).isFalse();
  }

  @Test
  void refusesCodesThatAreNotInTheBook() {
    viewModel.chooseCell(0);
    viewModel.swap(BOOK);
    viewModel.swap(-1);

    assertThat(viewModel.codes().get()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void decodesOnlyTheLatestOfManySwaps() {
    viewModel.chooseCell(0);
    pixels.answerAll();
    int before = pixels.decoded;
    for (int code = 10; code < 20; code++) {
      viewModel.swap(code);
    }
    pixels.answerAll();

    assertThat(pixels.decoded - before).isEqualTo(2);
    assertThat(picture().pixels()[0]).isEqualTo(code(19));
  }

  @Test
  void drawsThePaletteOfTheChosenCellPartByPart() {
    List<PalettePart> parts = new ArrayList<>();
    viewModel
        .palette()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                parts.add(now);
              }
            });
    viewModel.chooseCell(3);
    pixels.answerAll();

    assertThat(parts.stream().map(PalettePart::from)).containsExactly(0, 32);
    ImageBatch last = parts.get(1).patches();
    assertThat(last.count()).isEqualTo(BOOK - 32);
    assertThat(last.image(7)).containsExactly(code(1), code(2), code(3), code(39));
  }

  @Test
  void dropsThePaletteOfACellThatIsNoLongerChosen() {
    viewModel.chooseCell(3);
    viewModel.chooseCell(0);
    pixels.answerAll();

    PalettePart last = Objects.requireNonNull(viewModel.palette().get());
    assertThat(last.patches().image(7)).containsExactly(code(39), code(2), code(3), code(4));
  }

  @Test
  void countsCodesOverTestImages() {
    CodeUsage usage = Objects.requireNonNull(viewModel.usage().get());

    assertThat(usage.images()).isEqualTo(2);
    assertThat(usage.counts()).startsWith(0, 1, 1, 1, 1, 4, 0);
    assertThat(usage.dead()).isEqualTo(BOOK - 5);
    double expected = Math.exp(4 / 8.0 * Math.log(8) + 0.5 * Math.log(2));
    assertThat(usage.perplexity()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void forgetsTheImageOfAnotherModel() {
    viewModel.explore(null, Stage.WITHOUT_CODES);

    assertThat(viewModel.codes().get()).isNull();
    assertThat(viewModel.usage().get()).isNull();
    assertThat(viewModel.picture().get()).isNull();
  }

  @Test
  void drawsCodesFromThePriorInThePlaceOfThoseOfAnImage() {
    viewModel.drawFromPrior(new PriorDraw(0.5, 7));
    pixels.answerAll();

    assertThat(viewModel.codes().get()).containsExactly(7, 7, 7, 5);
    assertThat(input.image().get()).isNull();
    viewModel.chooseTemperature(0.9);
    pixels.answerAll();
    assertThat(viewModel.codes().get()).containsExactly(7, 7, 7, 9);
    viewModel.chooseCell(0);
    viewModel.swap(1);
    viewModel.chooseTemperature(0.4);
    pixels.answerAll();
    assertThat(viewModel.codes().get()).as("swapped codes stay").containsExactly(1, 7, 7, 9);
  }

  @Test
  void ofManyTemperaturesOnlyTheLatestIsDrawnNext() {
    viewModel.drawFromPrior(new PriorDraw(1, 7));
    pixels.answerAll();
    int before = pixels.drawn;
    for (int tenth = 1; tenth < 9; tenth++) {
      viewModel.chooseTemperature(tenth / 10.0);
    }
    pixels.answerAll();

    assertThat(pixels.drawn - before).isEqualTo(2);
    assertThat(viewModel.codes().get()).containsExactly(7, 7, 7, 8);
  }

  @Test
  void anImageThatIsGivenWhileCodesAreDrawnCounts() {
    viewModel.drawFromPrior(new PriorDraw(1, 7));
    input.chooseExample(1);
    pixels.answerAll();

    assertThat(viewModel.codes().get()).containsExactly(5, 5, 5, 5);
    assertThat(input.image().get()).isNotNull();
  }

  @Test
  void goesBackToTheImageItsCodesAndTheSwappedOnes() {
    viewModel.chooseCell(2);
    viewModel.swap(39);
    CodesState swapped = viewModel.state();
    viewModel.drawFromPrior(new PriorDraw(0.5, 7));
    pixels.answerAll();
    CodesState drawn = viewModel.state();
    input.chooseExample(1);
    pixels.answerAll();

    viewModel.restore(swapped);
    pixels.answerAll();
    assertThat(picture().pixels()).containsExactly(code(1), code(2), code(39), code(4));
    assertThat(viewModel.isSwapped(2)).isTrue();
    assertThat(Objects.requireNonNull(input.image().get()).pixels())
        .containsExactly(asByte(1), asByte(2), asByte(3), asByte(4));
    viewModel.restore(drawn);
    assertThat(input.image().get()).isNull();
    assertThat(viewModel.draw().get()).isEqualTo(new PriorDraw(0.5, 7));
    assertThat(viewModel.state()).isEqualTo(drawn);
  }

  @Test
  void codesOfAnotherGridAreNotTaken() {
    CodesState before = viewModel.state();
    viewModel.restore(
        new CodesState(Optional.empty(), Optional.empty(), List.of(1, 2), List.of(1, 2)));

    assertThat(viewModel.state()).isEqualTo(before);
  }

  @Test
  void followsAModelThatLearns() {
    long beginnings = viewModel.beginnings().get();
    pixels.shift = 1;
    viewModel.weightsChanged();
    viewModel.weightsChanged();
    assertThat(pulses).hasSize(1);
    runPulses();

    assertThat(viewModel.codes().get()).containsExactly(2, 3, 4, 5);
    assertThat(viewModel.beginnings().get()).isGreaterThan(beginnings);
    assertThat(Objects.requireNonNull(viewModel.usage().get()).counts()).startsWith(0, 0, 1, 1, 1);
  }

  @Test
  void codesThatWereSwappedStayWhileTheModelLearnsAndAreDrawnAnew() {
    viewModel.chooseCell(2);
    viewModel.swap(39);
    pixels.answerAll();
    int before = pixels.decoded;
    pixels.shift = 1;
    viewModel.weightsChanged();
    runPulses();

    assertThat(viewModel.codes().get()).containsExactly(1, 2, 39, 4);
    assertThat(pixels.decoded).isGreaterThan(before);
  }

  @Test
  void isNotAskedAgainWhileNobodyLooks() {
    viewModel.setShown(false);
    pixels.shift = 1;
    viewModel.weightsChanged();
    assertThat(pulses).isEmpty();
    viewModel.setShown(true);
    runPulses();

    assertThat(viewModel.codes().get()).containsExactly(2, 3, 4, 5);
  }

  private void runPulses() {
    while (!pulses.isEmpty()) {
      pulses.remove(0).run();
      pixels.answerAll();
    }
  }

  private CodeModel model() {
    return new CodeModel(
        new ImageDomain(SHAPE, List.of()), "some", 2, 2, BOOK, OptionalDouble.of(1), pixels);
  }

  private ImageBatch picture() {
    return Objects.requireNonNull(viewModel.picture().get());
  }

  private static float code(int number) {
    return number / (float) BOOK;
  }

  /** What the pixel of a code becomes in a data set. */
  private static float asByte(int number) {
    return Math.round(code(number) * 255) / 255f;
  }

  private static ImageBatch examples() {
    return ImageBatch.unlabelled(
        SHAPE,
        new float[] {code(1), code(2), code(3), code(4), code(5), code(5), code(5), code(5)});
  }

  /** The code of a pixel is its brightness in fortieths. */
  private static final class Pixels implements CodeModel.Questions {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int decoded;
    private int drawn;
    private int shift;

    @Override
    public CompletableFuture<CodeMaps> encode(ImageBatch images) {
      int[] codes = new int[images.pixels().length];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = Math.round(images.pixels()[i] * BOOK) + shift;
      }
      return later(() -> new CodeMaps(images.count(), 2, 2, codes));
    }

    @Override
    public CompletableFuture<ImageBatch> decode(CodeMaps codes) {
      decoded++;
      float[] values = new float[codes.indices().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = code(codes.indices()[i]);
      }
      return later(() -> ImageBatch.unlabelled(SHAPE, values));
    }

    /** The seed three times, then the temperature in tenths. */
    @Override
    public CompletableFuture<CodeMaps> draw(PriorDraw draw) {
      drawn++;
      int seed = (int) draw.seed();
      int tenths = (int) Math.round(draw.temperature() * 10);
      return later(() -> new CodeMaps(1, 2, 2, new int[] {seed, seed, seed, tenths}));
    }

    private <T> CompletableFuture<T> later(Supplier<T> question) {
      CompletableFuture<T> answer = new CompletableFuture<>();
      waiting.add(() -> answer.complete(question.get()));
      return answer;
    }

    void answerAll() {
      while (!waiting.isEmpty()) {
        waiting.remove().run();
      }
    }
  }
}
