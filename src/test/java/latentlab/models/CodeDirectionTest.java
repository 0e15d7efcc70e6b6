package latentlab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class CodeDirectionTest {

  @Test
  void goesFromTheMeanOfOneClassToThatOfAnother() {
    LatentCodes codes = new LatentCodes(4, 2, new float[] {0, 0, 2, 0, 4, 4, 6, 4});
    CodeDirection direction = CodeDirection.betweenClasses(codes, new int[] {0, 0, 1, 1}, 0, 1);

    assertThat(direction.step()).containsExactly(4, 4);
    // Along (4, 4) the places are 0, 8, 32, 40: the squared correlation with the label.
    assertThat(direction.share()).isEqualTo(1024.0 / 1088, within(1e-9));
    assertThat(direction.addedTo(LatentCodes.of(1, 1), -0.5).values()).containsExactly(-1, -1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodeDirection.betweenClasses(codes, new int[] {0, 0, 1, 1}, 0, 2));
  }

  @Test
  void findsALinearPropertyExactlyAndMovesItByOneStandardDeviation() {
    LatentCodes codes = LatentCodes.standardNormal(200, 3, new Seed(1), "test");
    double[] property = new double[200];
    double mean = 0;
    double square = 0;
    for (int i = 0; i < 200; i++) {
      float[] z = codes.code(i);
      property[i] = 5 + 3 * z[0] - 4 * z[2];
      mean += property[i] / 200;
      square += property[i] * property[i] / 200;
    }
    CodeDirection direction = CodeDirection.ofProperty(codes, property);
    float[] step = direction.step();

    assertThat(direction.share()).isEqualTo(1, within(1e-6));
    assertThat(step[1]).isEqualTo(0, within(1e-5f));
    assertThat(step[0] / step[2]).isEqualTo(-0.75f, within(1e-5f));
    assertThat(3.0 * step[0] - 4.0 * step[2])
        .isEqualTo(Math.sqrt(square - mean * mean), within(1e-5));
  }

  @Test
  void leavesDeadDimensionsAndConstantPropertiesAlone() {
    float[] values = new float[40];
    double[] property = new double[20];
    for (int i = 0; i < 20; i++) {
      values[2 * i] = i;
      property[i] = 2 * i;
    }
    LatentCodes codes = new LatentCodes(20, 2, values);

    assertThat(CodeDirection.ofProperty(codes, property).step()[1]).isZero();
    assertThat(CodeDirection.ofProperty(codes, new double[20]).step()).containsOnly(0);
  }

  @Test
  void aRouteGivesEachPieceTheSameShare() {
    CodeRoute route =
        new CodeRoute(CodePath.LINEAR, List.of(new float[] {0}, new float[] {1}, new float[] {5}));

    assertThat(route.points(5).values()).containsExactly(0, 0.5f, 1, 3, 5);
    assertThat(route.at(2)).containsExactly(5);
    assertThat(route.nearestStop(0.2)).isZero();
    assertThat(route.nearestStop(0.3)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CodeRoute(CodePath.LINEAR, List.of(new float[1], new float[2])));
  }

  @Test
  void aPropertyThatTheCodesHardlyExplainMovesThemNoFurtherThanTheirSpread() {
    LatentCodes codes = LatentCodes.standardNormal(500, 2, new Seed(1), "test");
    LatentCodes noise = LatentCodes.standardNormal(500, 1, new Seed(2), "noise");
    double[] property = new double[500];
    for (int i = 0; i < 500; i++) {
      property[i] = 100 * noise.values()[i] + codes.values()[2 * i];
    }
    CodeDirection direction = CodeDirection.ofProperty(codes, property);

    assertThat(direction.share()).isLessThan(0.05);
    assertThat(Math.hypot(direction.step()[0], direction.step()[1])).isEqualTo(1, within(0.1));
  }
}
