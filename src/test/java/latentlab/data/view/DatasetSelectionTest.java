package latentlab.data.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.property.ImageProperty;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetSelectionTest {

  private static final ImageShape SHAPE = new ImageShape(10, 10, 1);
  private static final DatasetSelection BY_THICKNESS = by(ImageProperty.THICKNESS);

  @Test
  void theEndsByThicknessAreThinAndThickAndTheMiddleIsLeftOut() {
    Dataset source = bars(new int[] {1, 5, 2, 4, 3, 6, 1, 6, 3}, new int[] {3, 6, 1, 2, 5});

    DatasetView view = BY_THICKNESS.of(source);

    assertThat(view.property()).contains(ImageProperty.THICKNESS);
    assertThat(view.dataset().name()).isEqualTo("bars-by-thickness");
    assertThat(view.dataset().classNames()).containsExactly("thin", "thick");
    assertThat(widths(view.dataset().train())).containsExactly(1, 5, 2, 6, 1, 6);
    assertThat(labels(view.dataset().train())).containsExactly(0, 1, 0, 1, 0, 1);
    assertThat(widths(view.dataset().test())).containsExactly(6, 1, 2, 5);
    assertThat(labels(view.dataset().test())).containsExactly(1, 0, 0, 1);
  }

  @Test
  void theOriginalHasTheSameImagesWithTheirOwnClasses() {
    Dataset source = bars(new int[] {1, 5, 2, 4, 3, 6, 1, 6, 3}, new int[] {3, 6, 1, 2, 5});

    DatasetView view = BY_THICKNESS.of(source);

    assertThat(view.original().name()).isEqualTo("bars");
    assertThat(view.original().classNames()).isEqualTo(source.classNames());
    assertThat(widths(view.original().test())).isEqualTo(widths(view.dataset().test()));
    assertThat(labels(view.original().test())).containsExactly(1, 2, 0, 1);
  }

  @Test
  void chosenClassesAreNumberedInTheirOrder() {
    Dataset source = bars(new int[] {1, 2, 3, 4, 5, 6}, new int[] {1, 2, 3, 4, 5});

    DatasetView view = new DatasetSelection(List.of(2, 0), Optional.empty()).of(source);

    assertThat(view.dataset().name()).isEqualTo("bars-of-2,0");
    assertThat(view.dataset().classNames()).containsExactly("c", "a");
    assertThat(widths(view.dataset().train())).containsExactly(1, 3, 4, 6);
    assertThat(labels(view.dataset().train())).containsExactly(1, 0, 1, 0);
    assertThat(labels(view.original().train())).containsExactly(0, 2, 0, 2);
  }

  @Test
  void chosenClassesCanBeSplit() {
    Dataset source = bars(new int[] {1, 2, 3, 4, 5, 6}, new int[] {1, 2, 3, 4, 5, 6});

    DatasetView view =
        new DatasetSelection(List.of(0, 1), Optional.of(ImageProperty.THICKNESS)).of(source);

    assertThat(view.dataset().name()).isEqualTo("bars-of-0,1-by-thickness");
    assertThat(widths(view.dataset().train())).containsExactly(1, 5);
    assertThat(labels(view.original().train())).containsExactly(0, 1);
  }

  @Test
  void imagesWithoutClassesCanBeSplitButNotChosenByClass() {
    ImageSet images = images(1, 5, 2, 4, 3, 6);
    Dataset source = new Dataset("bars", images, images, images, List.of(), "f");

    assertThat(labels(BY_THICKNESS.of(source).dataset().train())).containsExactly(0, 1, 0, 1);
    assertThatThrownBy(() -> new DatasetSelection(List.of(1), Optional.empty()).of(source))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bars has no classes");
  }

  @Test
  void tellsWhatIsTakenOutByTheFingerprint() {
    Dataset source = bars(new int[] {1, 5, 2, 4, 3, 6}, new int[] {1, 5, 2});

    String thickness = BY_THICKNESS.of(source).dataset().fingerprint();

    assertThat(thickness).hasSize(64).isNotEqualTo(source.fingerprint());
    assertThat(BY_THICKNESS.of(source).dataset().fingerprint()).isEqualTo(thickness);
    assertThat(new DatasetSelection(List.of(0, 1), Optional.empty()).of(source).dataset())
        .extracting(Dataset::fingerprint)
        .isNotEqualTo(thickness);
  }

  @Test
  void refusesWhatCannotBeTakenOut() {
    Dataset alike = bars(new int[] {3, 3, 3, 3}, new int[] {3});
    Dataset source = bars(new int[] {1, 2, 3, 4}, new int[] {1});

    assertThatThrownBy(() -> BY_THICKNESS.of(alike))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bars cannot be split by thickness");
    assertThatThrownBy(() -> new DatasetSelection(List.of(7), Optional.empty()).of(source))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no class 7; expected numbers from 0 to 2");
    assertThatThrownBy(() -> new DatasetSelection(List.of(1), Optional.empty()).of(source))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("too few images");
    assertThatThrownBy(() -> new DatasetSelection(List.of(1, 1), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1,1 name one twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mnist", "mnist-of-3,8", "mnist-by-slant", "fashion-mnist-of-0,12-by-thickness"})
  void aNameIsTakenApartAsItWasMade(String name) {
    DatasetSelection.Named parts = DatasetSelection.parse(name);

    assertThat(parts.dataset()).isIn("mnist", "fashion-mnist");
    assertThat(parts.selection().nameIn(parts.dataset())).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"made-by-hand", "-by-slant", "mnist-of-", "set-of-cards", ""})
  void otherNamesAreThoseOfWholeDataSets(String name) {
    assertThat(DatasetSelection.parse(name))
        .isEqualTo(new DatasetSelection.Named(name, DatasetSelection.ALL));
  }

  private static DatasetSelection by(ImageProperty property) {
    return new DatasetSelection(List.of(), Optional.of(property));
  }

  /** Bars of given widths; their classes a, b and c take turns. */
  private static Dataset bars(int[] train, int[] test) {
    ImageSet learnt = inTurn(images(train));
    return new Dataset(
        "bars", learnt, learnt, inTurn(images(test)), List.of("a", "b", "c"), "0".repeat(64));
  }

  private static ImageSet inTurn(ImageSet images) {
    byte[] labels = new byte[images.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 3);
    }
    return images.labelled(labels);
  }

  private static ImageSet images(int... widths) {
    byte[] pixels = new byte[widths.length * SHAPE.size()];
    for (int i = 0; i < widths.length; i++) {
      for (int row = 1; row < 9; row++) {
        int start = i * SHAPE.size() + row * 10 + 1;
        Arrays.fill(pixels, start, start + widths[i], (byte) -1);
      }
    }
    return new ImageSet(SHAPE, pixels, new byte[0]);
  }

  private static List<Integer> widths(ImageSet images) {
    return IntStream.range(0, images.size())
        .map(i -> (int) IntStream.range(10, 20).filter(p -> images.imageBytes(i)[p] != 0).count())
        .boxed()
        .toList();
  }

  private static List<Integer> labels(ImageSet images) {
    return IntStream.range(0, images.size()).map(images::label).boxed().toList();
  }
}
