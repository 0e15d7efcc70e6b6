package latentlab.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassPaletteTest {

  private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  /** Machado, Oliveira and Fernandes 2009, table 1, severity 1. */
  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };

  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968},
    {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881}
  };

  private static final double[][] TRITANOPIA = {
    {1.255528, -0.076749, -0.178779},
    {-0.078411, 0.930809, 0.147602},
    {0.004733, 0.691367, 0.303900}
  };

  static Stream<double[][]> sights() {
    return Stream.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA);
  }

  @ParameterizedTest
  @MethodSource("sights")
  void anyTwoColoursCanBeToldApart(double[][] sight) {
    for (int one = 0; one < ClassPalette.SIZE; one++) {
      for (int other = 0; other < one; other++) {
        assertThat(distance(lab(one, sight), lab(other, sight)))
            .as("classes %d and %d", one, other)
            .isGreaterThan(20);
      }
    }
  }

  @Test
  void everyColourShowsOnLightAndOnDark() {
    for (int label = 0; label < ClassPalette.SIZE; label++) {
      double luminance = xyz(linear(label))[1];
      assertThat(1.05 / (luminance + 0.05)).as("on white, class %d", label).isGreaterThan(1.8);
      assertThat((luminance + 0.05) / 0.056).as("on dark, class %d", label).isGreaterThan(3);
    }
  }

  @Test
  void moreClassesThanColoursBeginAnew() {
    assertThat(ClassPalette.colour(13)).isEqualTo(ClassPalette.colour(3));
    assertThat(ClassPalette.css(1)).isEqualTo("#9900ff");
  }

  private static double[] linear(int label) {
    int colour = ClassPalette.colour(label);
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      double value = (colour >> (16 - 8 * i) & 0xFF) / 255.0;
      result[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return result;
  }

  private static double[] lab(int label, double[][] sight) {
    double[] colour = linear(label);
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int i = 0; i < 3; i++) {
        seen[row] += sight[row][i] * colour[i];
      }
      seen[row] = Math.max(0, Math.min(1, seen[row]));
    }
    double[] xyz = xyz(seen);
    double x = root(xyz[0] / 0.95047);
    double y = root(xyz[1]);
    double z = root(xyz[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double[] xyz(double[] rgb) {
    return new double[] {
      0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2],
      0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2],
      0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]
    };
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116.0;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }
}
