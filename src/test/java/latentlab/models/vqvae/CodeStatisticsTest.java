package latentlab.models.vqvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class CodeStatisticsTest {

  private static final float[] ENCODINGS = {1f, 3f, 5f, 10f};

  /** N = (4, 2), m = (8, 16) before; the batch adds n = (3, 1), sums (9, 10). */
  @Test
  void codesMoveToTheMovingAveragesOfThePaper() {
    try (Codebook codebook = new Codebook(2, 1, 1e-3, new Seed(1))) {
      CodeStatistics statistics = new CodeStatistics(2, 1);
      statistics.set(state(new float[] {4f, 2f}, new float[] {8f, 16f}));

      statistics.add(ENCODINGS, new int[] {0, 0, 0, 1}, 4, 0.9);
      statistics.move(codebook);

      float[] usage = statistics.tensors().get("codebook.usage").values();
      assertThat(usage[0]).isCloseTo(0.9f * 4 + 0.1f * 3, within(1e-5f));
      assertThat(usage[1]).isCloseTo(0.9f * 2 + 0.1f * 1, within(1e-5f));
      assertThat(codebook.vectors()[0]).isCloseTo((7.2f + 0.9f) / 3.9f, within(1e-4f));
      assertThat(codebook.vectors()[1]).isCloseTo((14.4f + 1f) / 1.9f, within(1e-4f));
    }
  }

  @Test
  void aDeadCodeIsSetToAnEncodingAndGetsAnEvenShare() {
    try (Codebook codebook = new Codebook(2, 1, 1e-3, new Seed(1))) {
      codebook.setVectors(new float[] {2f, -50f});
      CodeStatistics statistics = new CodeStatistics(2, 1);
      statistics.set(state(new float[] {9f, 0.1f}, new float[] {18f, -5f}));

      int restarted = statistics.restartDead(codebook, 0.05, ENCODINGS, 4, new Seed(3));

      assertThat(restarted).isEqualTo(1);
      assertThat(codebook.vectors()[0]).isEqualTo(2f);
      assertThat(ENCODINGS).contains(codebook.vectors()[1]);
      assertThat(statistics.tensors().get("codebook.usage").values()[1]).isEqualTo(4.55f);
      assertThat(statistics.restartDead(codebook, 0.05, ENCODINGS, 4, new Seed(4))).isZero();
    }
  }

  @Test
  void withoutARestartDeadCodesStay() {
    try (Codebook codebook = new Codebook(2, 1, 1e-3, new Seed(1))) {
      CodeStatistics statistics = new CodeStatistics(2, 1);
      statistics.set(state(new float[] {9f, 0f}, new float[] {18f, 0f}));

      assertThat(statistics.restartDead(codebook, 0, ENCODINGS, 4, new Seed(3))).isZero();
    }
  }

  @Test
  void codesStartAtDifferentEncodings() {
    try (Codebook codebook = new Codebook(4, 1, 1e-3, new Seed(1))) {
      CodeStatistics statistics = new CodeStatistics(4, 1);
      assertThat(statistics.started()).isFalse();

      statistics.start(codebook, ENCODINGS, 4, new Seed(2));

      assertThat(statistics.started()).isTrue();
      assertThat(codebook.vectors()).containsExactlyInAnyOrder(ENCODINGS);
      statistics.move(codebook);
      assertThat(codebook.vectors()[0]).isIn(1f, 3f, 5f, 10f);
    }
  }

  @Test
  void moreCodesThanEncodingsStartAtThoseThatThereAre() {
    try (Codebook codebook = new Codebook(9, 1, 1e-3, new Seed(1))) {
      new CodeStatistics(9, 1).start(codebook, ENCODINGS, 4, new Seed(2));

      assertThat(codebook.vectors()).containsOnly(ENCODINGS).contains(ENCODINGS);
    }
  }

  @Test
  void refusesAveragesThatCannotBe() {
    CodeStatistics statistics = new CodeStatistics(2, 1);
    assertThatThrownBy(() -> statistics.check(state(new float[] {1f, -1f}, new float[2])))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("codebook.usage");
    assertThatThrownBy(() -> statistics.check(state(new float[2], new float[] {0f, Float.NaN})))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("codebook.sums");
    assertThatThrownBy(() -> statistics.check(state(new float[3], new float[3])))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected [2]");
    assertThatThrownBy(() -> statistics.check(new Tensors(Map.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void perplexityIsTheNumberOfCodesIfAllAreUsedAlikeAndOneIfOneIs() {
    assertThat(CodeUse.of(new long[] {7, 7, 7, 7}).perplexity()).isCloseTo(4, within(1e-9));
    assertThat(CodeUse.of(new long[] {7, 7, 7, 7}).share()).isEqualTo(1);
    assertThat(CodeUse.of(new long[] {0, 9, 0, 0}).perplexity()).isCloseTo(1, within(1e-9));
    assertThat(CodeUse.of(new long[] {0, 9, 0, 0}).share()).isEqualTo(0.25);
    assertThat(CodeUse.of(new long[] {1, 3}).perplexity())
        .isCloseTo(1 / (Math.pow(0.25, 0.25) * Math.pow(0.75, 0.75)), within(1e-9));
  }

  private static Tensors state(float[] usage, float[] sums) {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    byName.put("codebook.usage", Tensor.vector(usage));
    byName.put("codebook.sums", new Tensor(List.of((long) sums.length, 1L), sums));
    return new Tensors(byName);
  }
}
