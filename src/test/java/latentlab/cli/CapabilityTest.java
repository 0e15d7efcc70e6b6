package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.BareModel;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentSpace;
import org.junit.jupiter.api.Test;

class CapabilityTest {

  @Test
  void saysWhatAModelCannotDo() {
    GenerativeModel model = new BareModel(new ImageDomain(new ImageShape(1, 1, 1), List.of()));

    assertThatThrownBy(() -> Capability.require(model, LatentSpace.class, LatentGrid.DEED))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "this model cannot show a latent grid (it has no latent space); choose another by"
                + " --model");
  }
}
