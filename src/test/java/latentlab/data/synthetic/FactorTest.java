package latentlab.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorTest {

  private static final DigitFactors SEVEN = DigitFactors.neutral(7, 0);
  private static final DigitFactors BAR = DigitFactors.neutral(1, 0);

  @Test
  void aThickerPenLeavesMoreInk() {
    double before = 0;
    for (double thickness = 1; thickness <= 6; thickness += 0.5) {
      double ink = moments(SEVEN.with(Factor.THICKNESS, thickness)).ink();
      assertThat(ink).isGreaterThan(before + 5);
      before = ink;
    }
  }

  @Test
  void theThicknessIsTheWidthOfTheInkInPixels() {
    for (double thickness = 1.5; thickness <= 6; thickness += 0.5) {
      byte[] pixels = SyntheticDigits.draw(BAR.with(Factor.THICKNESS, thickness));
      double ink = 0;
      for (int column = 0; column < 28; column++) {
        ink += (pixels[14 * 28 + column] & 0xFF) / 255.0;
      }
      assertThat(ink).isCloseTo(thickness, within(0.15));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-40, -20, -5, 5, 20, 40})
  void theSlantShearsTheDigitToTheRight(int degrees) {
    double upright = moments(SEVEN).shear();
    double slanted = moments(SEVEN.with(Factor.SLANT, degrees)).shear();
    double expected = Math.tan(Math.toRadians(degrees));
    assertThat(slanted - upright).isCloseTo(expected, within(0.05 + 0.1 * Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-45, -20, -5, 5, 20, 45})
  void theRotationTurnsTheDigitClockwise(int degrees) {
    double upright = moments(BAR).axisDegrees();
    double turned = moments(BAR.with(Factor.ROTATION, degrees)).axisDegrees();
    assertThat(turned - upright).isCloseTo(degrees, within(1.0));
  }

  @Test
  void theSizeIsTheLargerSideOfTheInk() {
    for (int size = 10; size <= 20; size++) {
      assertThat(InkBox.of(SyntheticDigits.draw(SEVEN.with(Factor.SIZE, size))).height())
          .isBetween(size - 1, size + 1);
    }
  }

  @Test
  void theAspectWidensTheDigit() {
    double before = 0;
    for (double aspect = 0.4; aspect <= 2.5; aspect += 0.3) {
      InkMoments moments = moments(SEVEN.with(Factor.ASPECT, aspect));
      double ratio = Math.sqrt(moments.varianceX() / moments.varianceY());
      assertThat(ratio).isGreaterThan(before + 0.05);
      before = ratio;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ELASTICITY", "WOBBLE", "TREMOR", "PRESSURE"})
  void moreDisturbanceLeadsFurtherFromTheSkeleton(Factor factor) {
    double some = 0;
    double most = 0;
    for (long hand = 1; hand <= 20; hand++) {
      DigitFactors plain = new DigitFactors(7, 0, new Seed(hand), SEVEN.values());
      some += distance(plain, plain.with(factor, factor.maximum() / 3));
      most += distance(plain, plain.with(factor, factor.maximum()));
    }
    assertThat(some).isPositive();
    assertThat(most).isGreaterThan(1.3 * some);
  }

  @Test
  void theHandDecidesWhereTheDisturbancesGo() {
    DigitFactors one = SEVEN.with(Factor.ELASTICITY, 1);
    DigitFactors other = new DigitFactors(7, 0, new Seed(99), one.values());
    assertThat(SyntheticDigits.draw(other)).isNotEqualTo(SyntheticDigits.draw(one));
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedOutOfItsRange(Factor factor) {
    for (double bad : new double[] {factor.minimum() - 0.01, factor.maximum() + 0.01, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SEVEN.with(factor, bad))
          .withMessageContaining(factor + " is " + bad);
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsAtBothEndsOfItsRange(Factor factor) {
    for (double end : new double[] {factor.minimum(), factor.maximum()}) {
      assertThat(moments(SEVEN.with(factor, end)).ink()).isBetween(10.0, 250.0);
    }
  }

  @Test
  void cannotBeMissing() {
    Map<Factor, Double> values = new EnumMap<>(SEVEN.values());
    values.remove(Factor.SLANT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DigitFactors(7, 0, new Seed(0), values))
        .withMessage("SLANT is missing");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void staysInItsRangeForTheMostExtremeHandwriting(long bits) {
    RandomGenerator extreme = () -> bits;
    DigitFactors factors = Handwriting.random(extreme, new Seed(0));
    assertThat(InkMoments.of(SyntheticDigits.draw(factors)).ink()).isPositive();
  }

  private static InkMoments moments(DigitFactors factors) {
    return InkMoments.of(SyntheticDigits.draw(factors));
  }

  private static double distance(DigitFactors one, DigitFactors other) {
    byte[] a = SyntheticDigits.draw(one);
    byte[] b = SyntheticDigits.draw(other);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = ((a[i] & 0xFF) - (b[i] & 0xFF)) / 255.0;
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
