package latentlab.models.networks;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Matrix;
import org.junit.jupiter.api.Test;

class SignedPixelsTest {

  @Test
  void blackIsMinusOneAndWhiteIsOne() {
    ImageBatch batch =
        ImageBatch.unlabelled(new ImageShape(1, 2, 1), new float[] {9, 9, 0, 0.5f, 1, 0.25f});
    assertThat(SignedPixels.of(batch, 1, 2)).containsExactly(-1, 0, 1, -0.5f);
  }

  @Test
  void theWayBackCutsOffWhatIsNoPixel() {
    float[] target = new float[5];
    Matrix source = Matrix.allocate(2, 2);
    source.copyFrom(new float[] {-1, 0.5f, 1, 1.5f});
    SignedPixels.toUnit(source, target, 1);
    source.close();
    assertThat(target).containsExactly(0, 0, 0.75f, 1, 1);
  }
}
