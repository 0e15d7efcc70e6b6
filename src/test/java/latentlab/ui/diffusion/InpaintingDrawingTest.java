package latentlab.ui.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageShape;
import latentlab.ui.input.Stroke;
import org.junit.jupiter.api.Test;

class InpaintingDrawingTest {

  private final InpaintingDrawing drawing = new InpaintingDrawing(new ImageShape(28, 28, 1));

  @Test
  void whatIsRubbedOutIsNotKnown() {
    drawing.setRubbing(true);
    drawing.draw(new Stroke(14, 14, 14, 14, Stroke.USUAL_THICKNESS));

    assertThat(drawing.isRubbed()).isTrue();
    assertThat(drawing.mask().known()[14 * 28 + 14]).isFalse();
    assertThat(drawing.mask().known()[0]).isTrue();
    drawing.restore();
    assertThat(drawing.isRubbed()).isFalse();
  }

  @Test
  void theLowerHalfIsWhatLiesBelowTheMiddle() {
    drawing.rubLowerHalf();

    assertThat(drawing.mask().known()[13 * 28]).isTrue();
    assertThat(drawing.mask().known()[14 * 28]).isFalse();
  }
}
