package latentlab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodePathTest {

  private static final Offset<Float> CLOSE = within(1e-6f);

  @ParameterizedTest
  @EnumSource(CodePath.class)
  void beginsAndEndsExactlyAtItsEnds(CodePath path) {
    float[] from = {0.1f, -2.3f, 0.7f};
    float[] to = {1.7f, 0.3f, -0.9f};
    LatentCodes codes = path.between(from, to, 5);

    assertThat(codes.code(0)).isEqualTo(from);
    assertThat(codes.code(4)).isEqualTo(to);
  }

  @Test
  void theLinearWayIsStraight() {
    LatentCodes codes = CodePath.LINEAR.between(new float[] {0, 4}, new float[] {4, 0}, 5);

    assertThat(codes.code(1)).containsExactly(1, 3);
    assertThat(codes.code(2)).containsExactly(2, 2);
  }

  @Test
  void theSphericalWayKeepsTheLengthAndTurnsEvenly() {
    LatentCodes codes = CodePath.SPHERICAL.between(new float[] {2, 0}, new float[] {0, 2}, 4);

    for (int i = 0; i < 4; i++) {
      double angle = Math.PI / 2 * i / 3;
      assertThat(codes.code(i)[0]).isCloseTo((float) (2 * Math.cos(angle)), CLOSE);
      assertThat(codes.code(i)[1]).isCloseTo((float) (2 * Math.sin(angle)), CLOSE);
    }
  }

  /** A fallback that is the wrong way round would jump from one end to the other. */
  @Test
  void parallelEndsAreJoinedInTheRightOrder() {
    LatentCodes codes = CodePath.SPHERICAL.between(new float[] {1, 1}, new float[] {3, 3}, 5);

    assertThat(codes.code(1)[0]).isCloseTo(1.5f, CLOSE);
    assertThat(codes.code(3)[1]).isCloseTo(2.5f, CLOSE);
  }

  @ParameterizedTest
  @EnumSource(CodePath.class)
  void theOriginCanBeAnEnd(CodePath path) {
    LatentCodes codes = path.between(new float[] {0, 0}, new float[] {2, 0}, 3);

    assertThat(codes.code(1)).containsExactly(1, 0);
  }

  @Test
  void refusesEndsOfOtherSizesAndASinglePoint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodePath.LINEAR.between(new float[2], new float[3], 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CodePath.LINEAR.between(new float[2], new float[2], 1));
  }

  /** The formula without unit vectors would go to a length of about 20 here. */
  @Test
  void anArcBetweenNearlyOppositeCodesStaysBetweenTheirLengths() {
    LatentCodes codes =
        CodePath.SPHERICAL.between(new float[] {1, 0}, new float[] {-0.4f, 0.01f}, 5);

    for (int i = 0; i < 5; i++) {
      double length = Math.hypot(codes.code(i)[0], codes.code(i)[1]);
      assertThat(length).isEqualTo(1 - 0.15 * i, within(1e-3));
    }
    assertThat(codes.code(2)[1]).isGreaterThan(0.6f);
  }
}
