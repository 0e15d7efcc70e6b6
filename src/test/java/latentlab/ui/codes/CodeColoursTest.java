package latentlab.ui.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class CodeColoursTest {

  @Test
  void givesStyleSheetsTheColourThatIsPainted() {
    Color written = Color.web(CodeColours.web(9));

    assertThat(written.getHue()).isCloseTo(CodeColours.of(9).getHue(), within(1.5));
    assertThat(written.getBrightness()).isCloseTo(0.92, within(0.01));
  }

  @Test
  void givesEachCodeOfABookAnotherColour() {
    assertThat(IntStream.range(0, 128).mapToObj(CodeColours::web)).doesNotHaveDuplicates();
  }
}
