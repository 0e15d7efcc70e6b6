package latentlab.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothLineTest {

  /** A point of a line as it was passed on. */
  private record Passed(double x, double y, boolean starts) {}

  @Test
  void passesThroughEveryPoint() {
    List<Passed> line = trace("0,0 10,30! 40,35 50,90 0,100");
    assertThat(line.stream().map(p -> List.of(p.x(), p.y())))
        .contains(
            List.of(0.0, 0.0),
            List.of(10.0, 30.0),
            List.of(40.0, 35.0),
            List.of(50.0, 90.0),
            List.of(0.0, 100.0));
    assertThat(line.stream().filter(Passed::starts)).containsExactly(line.get(0));
  }

  @Test
  void turnsAtOnceAtACornerAndNowhereElse() {
    assertThat(sharpestTurn(trace("0,0 50,0! 50,50"))).isGreaterThan(60);
    assertThat(sharpestTurn(trace("0,0 50,0 50,50"))).isLessThan(35);
  }

  @Test
  void drawsAStraightLineStraight() {
    assertThat(trace("5,0 5,20 5,100"))
        .allSatisfy(p -> assertThat(p.x()).isCloseTo(5, within(1e-9)));
  }

  @Test
  void bearsTwoPointsInOnePlace() {
    assertThat(trace("5,5 5,5 20,20 20,20"))
        .allSatisfy(
            p -> {
              assertThat(p.x()).isBetween(4.0, 21.0);
              assertThat(p.y()).isBetween(4.0, 21.0);
            });
  }

  private static List<Passed> trace(String stroke) {
    List<Passed> passed = new ArrayList<>();
    new SmoothLine(Stroke.parse(stroke).points())
        .trace((x, y, starts) -> passed.add(new Passed(x, y, starts)));
    return passed;
  }

  /** The largest change of direction between two pieces, in degrees. */
  private static double sharpestTurn(List<Passed> line) {
    double sharpest = 0;
    for (int i = 2; i < line.size(); i++) {
      double turn =
          direction(line.get(i - 1), line.get(i)) - direction(line.get(i - 2), line.get(i - 1));
      sharpest = Math.max(sharpest, Math.abs(turn));
    }
    return sharpest;
  }

  private static double direction(Passed from, Passed to) {
    return Math.toDegrees(Math.atan2(to.y() - from.y(), to.x() - from.x()));
  }
}
