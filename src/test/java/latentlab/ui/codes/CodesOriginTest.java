package latentlab.ui.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.CodeMaps;
import latentlab.models.ImageDomain;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.models.origin.ModelReference;
import org.junit.jupiter.api.Test;

class CodesOriginTest {

  private static final ImageOrigin EMPTY =
      ImageOrigin.of(
          new ModelReference("m", "M", "f", Optional.empty(), "d"), CodesOrigin.ACTIVITY);

  @Test
  void codesComeBackWithThoseBeforeAnyWasSwapped() {
    List<Integer> original = IntStream.range(0, 400).map(i -> i % 128).boxed().toList();
    List<Integer> swapped = new ArrayList<>(original);
    swapped.set(399, 5);
    CodesState state =
        new CodesState(Optional.empty(), Optional.of(new PriorDraw(0.75, -3)), original, swapped);

    assertThat(CodesOrigin.state(told(state), model(20, 20))).contains(state);
    assertThat(CodesOrigin.isToldBy(told(state))).isTrue();
  }

  @Test
  void codesOfAnImageComeBackWithoutIt() {
    ImageBatch image = ImageBatch.unlabelled(new ImageShape(1, 1, 1), new float[1]);
    CodesState state =
        new CodesState(Optional.of(image), Optional.empty(), List.of(1, 2), List.of(1, 2));

    assertThat(CodesOrigin.state(told(state), model(1, 2)))
        .contains(new CodesState(Optional.empty(), Optional.empty(), List.of(1, 2), List.of(1, 2)));
  }

  @Test
  void thereIsNothingToTellOfNoCodesOrTooMany() {
    CodesState none = new CodesState(Optional.empty(), Optional.empty(), List.of(), List.of());
    List<Integer> many = IntStream.range(0, 1_681).boxed().toList();

    assertThat(CodesOrigin.of(EMPTY, none)).isEmpty();
    assertThat(
            CodesOrigin.of(EMPTY, new CodesState(Optional.empty(), Optional.empty(), many, many)))
        .isEmpty();
  }

  @Test
  void whatIsNoGridOfTheBookIsRefused() {
    for (String wrong :
        List.of("", "1", "1 2 3", "1 128", "-1 2", "1  2", "1 x", "1 99999999999999999999")) {
      assertThat(CodesOrigin.state(EMPTY.with(CodesOrigin.CODES + 0, wrong), model(1, 2)))
          .as(wrong)
          .isEmpty();
    }
    ImageOrigin unsound =
        EMPTY.with(CodesOrigin.CODES + 0, "1 2").with(CodesOrigin.ORIGINAL + 0, "1 2 3");
    assertThat(CodesOrigin.state(unsound, model(1, 2)).orElseThrow().original())
        .containsExactly(1, 2);
    assertThat(
            CodesOrigin.state(
                    EMPTY.with(CodesOrigin.CODES + 0, "1 2").withSeed(1).withTemperature(1e30),
                    model(1, 2))
                .orElseThrow()
                .draw())
        .contains(new PriorDraw(PriorDraw.HOTTEST, 1));
  }

  private static ImageOrigin told(CodesState state) {
    return ImageOriginJson.read(
        "test", ImageOriginJson.write(CodesOrigin.of(EMPTY, state).orElseThrow()));
  }

  private static CodeModel model(int rows, int columns) {
    return new CodeModel(
        new ImageDomain(new ImageShape(28, 28, 1), List.of()),
        "some",
        rows,
        columns,
        128,
        OptionalDouble.empty(),
        new NobodyAsks());
  }

  private static final class NobodyAsks implements CodeModel.Questions {

    @Override
    public CompletableFuture<CodeMaps> encode(ImageBatch images) {
      throw new UnsupportedOperationException("asked");
    }

    @Override
    public CompletableFuture<ImageBatch> decode(CodeMaps codes) {
      throw new UnsupportedOperationException("asked");
    }

    @Override
    public CompletableFuture<CodeMaps> draw(PriorDraw draw) {
      throw new UnsupportedOperationException("asked");
    }
  }
}
