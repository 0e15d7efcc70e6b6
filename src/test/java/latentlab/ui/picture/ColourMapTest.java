package latentlab.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourMapTest {

  @Test
  void greyRunsFromBlackToWhiteInEqualSteps() {
    for (int level = 0; level < 256; level++) {
      assertThat(ColourMap.GREY.colour(level / 255f)).isEqualTo(0xFF000000 | level * 0x010101);
      assertThat(ColourMap.INVERTED_GREY.colour(level / 255f))
          .isEqualTo(0xFF000000 | (255 - level) * 0x010101);
    }
  }

  @Test
  void viridisPassesThroughItsPublishedColours() {
    assertThat(ColourMap.VIRIDIS.colour(0)).isEqualTo(0xFF440154);
    assertThat(ColourMap.VIRIDIS.colour(102 / 255f)).isEqualTo(0xFF2A788E);
    assertThat(ColourMap.VIRIDIS.colour(1)).isEqualTo(0xFFFDE725);
  }

  @Test
  void viridisGrowsLighterThroughout() {
    double before = -1;
    for (int level = 0; level < 256; level += 5) {
      int colour = ColourMap.VIRIDIS.colour(level / 255f);
      double luma =
          0.2126 * (colour >> 16 & 0xFF) + 0.7152 * (colour >> 8 & 0xFF) + 0.0722 * (colour & 0xFF);
      assertThat(luma).isGreaterThan(before);
      before = luma;
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesValuesOutsideAsTheNearerEnd(ColourMap map) {
    assertThat(map.colour(-3)).isEqualTo(map.colour(0));
    assertThat(map.colour(Float.NEGATIVE_INFINITY)).isEqualTo(map.colour(0));
    assertThat(map.colour(7)).isEqualTo(map.colour(1));
    assertThat(map.colour(Float.POSITIVE_INFINITY)).isEqualTo(map.colour(1));
    assertThat(map.colour(Float.NaN)).isEqualTo(map.colour(0));
  }
}
