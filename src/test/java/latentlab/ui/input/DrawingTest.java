package latentlab.ui.input;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private final Drawing drawing = new Drawing(new ImageShape(28, 28, 1));

  @Test
  void drawsALineOfInkWithASoftRim() {
    line(14, 4, 14, 24);
    float[] pixels = drawing.images(1).pixels();

    assertThat(pixels[14 * 28 + 13]).isEqualTo(1);
    assertThat(pixels[14 * 28 + 15]).isBetween(0.1f, 0.9f);
    assertThat(pixels[14 * 28 + 18]).isZero();
    assertThat(pixels[28 + 14]).isZero();
  }

  @Test
  void drawingOverALineDoesNotMakeItFainter() {
    line(14, 4, 14, 24);
    float[] once = drawing.images(1).pixels();
    line(14, 4, 14, 24);

    assertThat(drawing.images(1).pixels()).isEqualTo(once);
  }

  @Test
  void centresByMass() {
    line(4, 4, 4, 10);
    drawing.centre();
    float[] pixels = drawing.images(1).pixels();
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int at = 0; at < pixels.length; at++) {
      mass += pixels[at];
      x += pixels[at] * (at % 28);
      int row = at / 28;
      y += pixels[at] * row;
    }

    assertThat(x / mass).isBetween(13.0, 14.0);
    assertThat(y / mass).isBetween(13.0, 14.0);
  }

  @Test
  void isEmptyUntilThereIsInk() {
    assertThat(drawing.isEmpty()).isTrue();
    line(3, 3, 4, 4);
    assertThat(drawing.isEmpty()).isFalse();
    drawing.clear();
    assertThat(drawing.isEmpty()).isTrue();
  }

  private void line(double fromX, double fromY, double toX, double toY) {
    drawing.draw(new Stroke(fromX, fromY, toX, toY, Stroke.USUAL_THICKNESS));
  }
}
