package latentlab.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import latentlab.data.ImageSet;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {

  private final SyntheticDigits digits = new SyntheticDigits(new Seed(11));

  @Test
  void givesTheSamePixelsForTheSameSeed() {
    ImageSet again = new SyntheticDigits(new Seed(11)).images(50);
    ImageSet images = digits.images(50);
    for (int i = 0; i < 50; i++) {
      assertThat(again.imageBytes(i)).isEqualTo(images.imageBytes(i));
      assertThat(again.label(i)).isEqualTo(images.label(i));
    }
  }

  @Test
  void drawsEachImageWhateverTheCount() {
    ImageSet few = digits.images(20);
    ImageSet many = digits.images(200);
    for (int i = 0; i < 20; i++) {
      assertThat(few.imageBytes(i)).isEqualTo(many.imageBytes(i));
    }
    assertThat(digits.digit(150).pixels()).isEqualTo(many.imageBytes(150));
  }

  @Test
  void drawsOtherImagesForAnotherSeed() {
    SyntheticDigits others = new SyntheticDigits(new Seed(12));
    for (int i = 0; i < 50; i++) {
      assertThat(others.digit(i).pixels()).isNotEqualTo(digits.digit(i).pixels());
    }
  }

  @Test
  void labelsEachImageWithTheDigitThatWasDrawn() {
    ImageSet images = digits.images(30);
    for (int i = 0; i < 30; i++) {
      SyntheticDigit digit = digits.digit(i);
      assertThat(images.label(i)).isEqualTo(digit.factors().digit());
      assertThat(SyntheticDigits.draw(digit.factors())).isEqualTo(digit.pixels());
    }
  }

  @Test
  void drawsEveryDigitAboutEquallyOften() {
    int[] counts = new int[10];
    for (int i = 0; i < 10_000; i++) {
      counts[digits.factors(i).digit()]++;
    }
    // Five standard deviations of a binomial count.
    for (int count : counts) {
      assertThat(count).isBetween(850, 1150);
    }
  }

  @Test
  void usesEveryStyleOfEveryDigit() {
    boolean[][] seen = new boolean[10][];
    for (int digit = 0; digit < 10; digit++) {
      seen[digit] = new boolean[StyleCatalog.stylesOf(digit).size()];
    }
    for (int i = 0; i < 20_000; i++) {
      DigitFactors factors = digits.factors(i);
      seen[factors.digit()][factors.style()] = true;
    }
    for (boolean[] styles : seen) {
      assertThat(styles).containsOnly(true);
    }
  }

  @Test
  void putsTheCentreOfMassWhereMnistDoesAndMissesItByTheShift() {
    for (int i = 0; i < 500; i++) {
      SyntheticDigit digit = digits.digit(i);
      InkMoments moments = InkMoments.of(digit.pixels());
      double expectedX = 14.5 + digit.factors().get(Factor.SHIFT_X);
      double expectedY = 14.5 + digit.factors().get(Factor.SHIFT_Y);
      assertThat(moments.x()).isCloseTo(14.5, within(0.6)).isCloseTo(expectedX, within(0.1));
      assertThat(moments.y()).isCloseTo(14.5, within(0.6)).isCloseTo(expectedY, within(0.1));
    }
  }

  @Test
  void fitsEveryDigitIntoMnistsBoxAndHardlyEverTouchesTheBorder() {
    int touching = 0;
    for (int i = 0; i < 1000; i++) {
      InkBox box = InkBox.of(digits.digit(i).pixels());
      // A box of 20 pixels that starts between two pixels touches 21.
      assertThat(Math.max(box.width(), box.height())).isBetween(18, 21);
      if (box.left() == 0 || box.top() == 0 || box.right() == 27 || box.bottom() == 27) {
        touching++;
      }
    }
    // 1.4% of MNIST do.
    assertThat(touching).isLessThan(40);
  }

  @Test
  void refusesANegativeCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digits.images(-1))
        .withMessage("cannot draw -1 digits from 0 on");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> digits.images(-5, 1))
        .withMessage("cannot draw 1 digits from -5 on");
    assertThat(digits.images(0).size()).isZero();
  }
}
