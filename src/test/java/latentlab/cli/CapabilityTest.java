package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentSpace;
import latentlab.models.ModelTrainer;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class CapabilityTest {

  @Test
  void saysWhatAModelCannotDo() {
    assertThatThrownBy(
            () -> Capability.require(new PlainModel(), LatentSpace.class, LatentGrid.DEED))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "this model cannot show a latent grid (it has no latent space); choose another by"
                + " --model");
  }

  /** A model without any capability. */
  private static final class PlainModel implements GenerativeModel {

    @Override
    public ImageDomain images() {
      return new ImageDomain(new ImageShape(1, 1, 1), List.of());
    }

    @Override
    public long parameterCount() {
      return 0;
    }

    @Override
    public Tensors weights() {
      return new Tensors(Map.of());
    }

    @Override
    public void setWeights(Tensors weights) {}

    @Override
    public ModelTrainer trainer() {
      throw new UnsupportedOperationException("cannot be trained");
    }

    @Override
    public void close() {}
  }
}
