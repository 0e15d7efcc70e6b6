package latentlab.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleCatalogTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyStyleDrawsAPictureInsideTheMargins(int digit) {
    for (int style = 0; style < StyleCatalog.stylesOf(digit).size(); style++) {
      byte[] pixels = SyntheticDigits.draw(DigitFactors.neutral(digit, style));
      InkBox box = InkBox.of(pixels);
      assertThat(InkMoments.of(pixels).ink()).isBetween(30.0, 250.0);
      assertThat(Math.max(box.width(), box.height())).isBetween(19, 21);
      assertThat(Math.min(box.left(), box.top())).isGreaterThanOrEqualTo(1);
      assertThat(Math.max(box.right(), box.bottom())).isLessThanOrEqualTo(26);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void everyDigitHasSeveralStylesWithNamesOfTheirOwn(int digit) {
    List<WritingStyle> styles = StyleCatalog.stylesOf(digit);
    assertThat(styles).hasSizeGreaterThan(2).allSatisfy(s -> assertThat(s.weight()).isPositive());
    assertThat(styles.stream().map(WritingStyle::name)).doesNotHaveDuplicates();
    assertThat(styles.stream().map(WritingStyle::skeleton)).doesNotHaveDuplicates();
  }

  @Test
  void skeletonsAreReadWithCornersAndLiftsAndCentred() {
    Skeleton skeleton = Skeleton.parse("0,10 40,10! 20.5,110 / 10,50 30,50");
    assertThat(skeleton.strokes()).hasSize(2);
    Stroke.ControlPoint corner = skeleton.strokes().get(0).points().get(1);
    assertThat(corner.corner()).isTrue();
    assertThat(corner.x()).isCloseTo(20, within(1e-12));
    assertThat(corner.y()).isCloseTo(-50, within(1e-12));
    assertThat(skeleton.strokes().get(0).points().get(2))
        .isEqualTo(new Stroke.ControlPoint(0.5, 50, false));
  }

  @Test
  void refusesADigitOrStyleThatDoesNotExist() {
    assertThatIllegalArgumentException().isThrownBy(() -> StyleCatalog.stylesOf(10));
    assertThatIllegalArgumentException().isThrownBy(() -> StyleCatalog.stylesOf(-1));
    DigitFactors one = DigitFactors.neutral(1, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> one.withStyle(1, 99));
    assertThatIllegalArgumentException().isThrownBy(() -> one.withStyle(1, -1));
    assertThat(new DigitFactors(2, 1, new Seed(0), one.values())).isEqualTo(one.withStyle(2, 1));
  }
}
