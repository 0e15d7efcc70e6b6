package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import latentlab.models.LatentCodes;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.models.origin.Origins;
import latentlab.random.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatentStateTest {

  private final LatentSpaceViewModel model = new LatentSpaceViewModel(Runnable::run, () -> 0);
  private final RecordingDecoder decoder = new RecordingDecoder();
  private final ExploredSpace space =
      new ExploredSpace(3, 4, List.of("zero", "one"), List.of(decoder, decoder));

  @BeforeEach
  void explore() {
    model.explore(space);
  }

  private ImageOrigin origin() {
    LatentState state = LatentState.of(model);
    return state.origin(Origins.model("m", Origins.HASH), state.point(), model.seed().get(), true);
  }

  @Test
  void comesBackFromTheOriginOfAPicture() {
    model.setCoordinate(2, -1.25);
    model.showAcross(2);
    model.setCells(9);
    model.setRange(2.5);
    model.chooseClass(1);
    LatentState before = LatentState.of(model);
    ImageOrigin read = ImageOriginJson.read("file", ImageOriginJson.write(origin()));
    model.reset();
    model.showAcross(1);
    model.setCells(20);
    model.chooseClass(0);

    model.restore(LatentState.of(model).with(read, space));

    assertThat(LatentState.of(model)).isEqualTo(before);
  }

  @Test
  void tellsTheSeedOfASampleOnly() {
    model.seed().set(42);
    assertThat(origin().seed()).isEqualTo(OptionalLong.empty());

    model.sample();
    assertThat(origin().seed()).isEqualTo(OptionalLong.of(42));
    assertThat(origin().latentCodes().orElseThrow().values())
        .isEqualTo(LatentPoint.sample(3, new Seed(42)).code().values());
  }

  @Test
  void takesFromAnOriginOnlyWhatFitsTheSpace() {
    LatentState before = LatentState.of(model);
    ImageOrigin hostile =
        ImageOrigin.of(Origins.model("m", Origins.HASH), "latent-space")
            .withCodes(LatentCodes.of(1, 2))
            .withClasses(List.of(7))
            .with("dimensions", "1,9")
            .with("range", "1e300")
            .with("side", "1e9");

    model.restore(before.with(hostile, space));

    assertThat(model.chosen().get()).isEqualTo(before.point());
    assertThat(model.chosenClass().get()).isZero();
    assertThat(model.plane().get().cells()).isEqualTo(LatentSpaceViewModel.MOST_CELLS);
    assertThat(model.plane().get().range()).isEqualTo(16);
    assertThat(model.plane().get().vertical()).isEqualTo(1);
  }

  @Test
  void showsTheGridThatTheCommandLineWrote() {
    ImageOrigin grid =
        ImageOrigin.of(Origins.model("m", Origins.HASH), "grid")
            .with("dimensions", "3,1")
            .with("side", "12");

    assertThat(LatentState.isToldBy(grid)).isTrue();
    model.restore(LatentState.of(model).with(grid, space));
    assertThat(model.plane().get()).isEqualTo(new PlaneGrid(2, 0, 4, 12));
  }

  @Test
  void leavesPicturesOfOtherKindsToOtherTabs() {
    assertThat(LatentState.isToldBy(Origins.full())).isFalse();
    assertThat(LatentState.isToldBy(ImageOrigin.of(Origins.model("m", Origins.HASH), "generate")))
        .isFalse();
  }
}
