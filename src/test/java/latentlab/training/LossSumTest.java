package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import latentlab.models.LossTerms;
import org.junit.jupiter.api.Test;

class LossSumTest {

  @Test
  void weighsBatchesByTheirSizes() {
    LossTerms mean =
        LossSum.NONE
            .with(new LossTerms(3, Map.of("reconstruction", 2.0)), 10)
            .with(new LossTerms(9, Map.of("reconstruction", 8.0)), 5)
            .mean();

    assertThat(mean).isEqualTo(new LossTerms(5, Map.of("reconstruction", 4.0)));
  }

  @Test
  void aPartIsTheMeanOverTheImagesOnWhichItWasMeasured() {
    LossTerms mean =
        LossSum.NONE
            .with(new LossTerms(4, Map.of("layer 1", 4.0)), 10)
            .with(new LossTerms(1, Map.of("layer 2", 1.0)), 20)
            .mean();

    assertThat(mean.total()).isEqualTo(2);
    assertThat(mean.parts()).isEqualTo(Map.of("layer 1", 4.0, "layer 2", 1.0));
    assertThat(mean.parts().keySet()).containsExactly("layer 1", "layer 2");
  }

  @Test
  void refusesAPartOfUnknownWeight() {
    assertThatThrownBy(() -> new LossSum(1, 1, Map.of("kl", 1.0), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kl");
  }
}
