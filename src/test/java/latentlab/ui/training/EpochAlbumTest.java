package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.training.TrainingEvent.EpochGrid;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.GridKind;
import latentlab.training.TrainingEvent.PairKind;
import org.junit.jupiter.api.Test;

class EpochAlbumTest {

  private final EpochAlbum album = new EpochAlbum(8);

  @Test
  void keepsAllEpochsWhileTheyAreFew() {
    add(1, 8);

    assertThat(epochs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void keepsEvenlySpacedEpochsAndTheNewestWhenTheyAreMany() {
    add(1, 9);
    assertThat(epochs()).containsExactly(1, 3, 5, 7, 9);
    add(10, 10);
    assertThat(epochs()).containsExactly(1, 3, 5, 7, 9, 10);
    add(11, 1_000);

    assertThat(album.size()).isLessThanOrEqualTo(8);
    assertThat(epochs()).startsWith(1).endsWith(1_000).isSorted();
  }

  @Test
  void givesBackWhatAScreenCanShow() {
    float[] pixels = {0, 0.25f, 0.5f, 1};
    ImageBatch images = ImageBatch.unlabelled(new ImageShape(2, 2, 1), pixels);
    EpochGrid grid = new EpochGrid(GridKind.CLASSES, images, 3);
    List<Double> divergence = List.of(1.5, 0.25);
    album.add(
        1,
        new EpochPictures(
            Optional.of(images),
            Optional.of(images),
            PairKind.TRANSLATIONS,
            Optional.of(grid),
            divergence));

    EpochPictures kept = album.get(0).pictures();
    assertThat(kept.pairs()).isEqualTo(PairKind.TRANSLATIONS);
    assertThat(kept.divergence()).isEqualTo(divergence);
    assertThat(kept.grid().orElseThrow().kind()).isEqualTo(GridKind.CLASSES);
    assertThat(kept.grid().orElseThrow().columns()).isEqualTo(3);
    float[] levels = kept.reconstructions().orElseThrow().pixels();
    for (int i = 0; i < pixels.length; i++) {
      assertThat(levels[i]).isBetween(pixels[i] - 0.002f, pixels[i] + 0.002f);
    }
  }

  @Test
  void keepsTheOriginalsOnce() {
    add(1, 2);

    assertThat(album.get(0).pictures().originals().orElseThrow())
        .isSameAs(album.get(1).pictures().originals().orElseThrow());
  }

  @Test
  void findsTheEpochOrTheLastBeforeIt() {
    add(1, 9);

    assertThat(album.indexOf(5)).isEqualTo(2);
    assertThat(album.indexOf(6)).isEqualTo(2);
    assertThat(album.indexOf(99)).isEqualTo(4);
  }

  private void add(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(epoch -> album.add(epoch, SyntheticEvents.pictures(0.5f)));
  }

  private List<Integer> epochs() {
    return IntStream.range(0, album.size()).mapToObj(i -> album.get(i).epoch()).toList();
  }
}
