package latentlab.models.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayBufferTest {

  private static final int COLUMNS = 2;
  private static final Tensors NOTHING = new Tensors(Map.of());

  private final RandomGenerator random = new Seed(1).generator();

  /** Rows of one value each, so that one can tell which batch they are from. */
  private static Matrix rows(int count, float value) {
    float[] values = new float[count * COLUMNS];
    Arrays.fill(values, value);
    return SmallPlayers.matrix(count, COLUMNS, values);
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  @Test
  void withoutCapacityItPassesBatchesOnAndHasNoState() {
    try (ReplayBuffer buffer = new ReplayBuffer(0, COLUMNS, 0.5)) {
      Matrix batch = rows(4, 0.1f);

      assertThat(buffer.exchange(batch, random)).isSameAs(batch);
      assertThat(buffer.addedTo(NOTHING).byName()).isEmpty();
    }
  }

  @Test
  void showsTheFirstBatchAsItIsAndThenOlderImagesInItsShare() {
    try (ReplayBuffer buffer = new ReplayBuffer(4, COLUMNS, 0.5)) {
      assertThat(values(buffer.exchange(rows(4, 0.1f), random))).containsOnly(0.1f);

      float[] shown = values(buffer.exchange(rows(4, 0.2f), random));

      assertThat(shown).containsExactly(0.1f, 0.1f, 0.1f, 0.1f, 0.2f, 0.2f, 0.2f, 0.2f);
    }
  }

  @Test
  void fillsUpAndThenReplacesOnlyAShareOfWhatItHolds() {
    try (ReplayBuffer buffer = new ReplayBuffer(6, COLUMNS, 0.25)) {
      buffer.exchange(rows(4, 0.1f), random);
      assertThat(buffer.filled()).isEqualTo(4);
      buffer.exchange(rows(4, 0.2f), random);
      assertThat(buffer.filled()).isEqualTo(6);
      buffer.exchange(rows(4, 0.3f), random);

      float[] held = buffer.addedTo(NOTHING).get("replay.images").values();
      assertThat(held).contains(0.1f, 0.3f);
      assertThat(held).hasSize(12);
      int young = 0;
      for (float value : held) {
        young += value == 0.3f ? 1 : 0;
      }
      assertThat(young).isEqualTo(COLUMNS);
    }
  }

  @Test
  void goesOnFromItsStateAsIfUnbroken() {
    try (ReplayBuffer unbroken = new ReplayBuffer(5, COLUMNS, 0.5);
        ReplayBuffer resumed = new ReplayBuffer(5, COLUMNS, 0.5)) {
      unbroken.exchange(rows(4, 0.1f), random);
      unbroken.exchange(rows(4, 0.2f), random);
      resumed.set(unbroken.addedTo(NOTHING));

      float[] expected = values(unbroken.exchange(rows(4, 0.3f), new Seed(2).generator()));
      float[] actual = values(resumed.exchange(rows(4, 0.3f), new Seed(2).generator()));

      assertThat(actual).isEqualTo(expected);
      assertThat(resumed.addedTo(NOTHING).get("replay.images").values())
          .isEqualTo(unbroken.addedTo(NOTHING).get("replay.images").values());
    }
  }

  @ParameterizedTest
  @MethodSource("brokenStates")
  void refusesAStateThatItCannotHaveAndKeepsItsOwn(String name, Tensor tensor, String expected) {
    try (ReplayBuffer buffer = new ReplayBuffer(2, COLUMNS, 0.5)) {
      buffer.exchange(rows(2, 0.1f), random);
      Map<String, Tensor> broken = new HashMap<>(buffer.addedTo(NOTHING).byName());
      broken.put(name, tensor);

      assertThatThrownBy(() -> buffer.set(new Tensors(broken)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(name)
          .hasMessageContaining(expected);
      assertThat(buffer.addedTo(NOTHING).get("replay.images").values()).containsOnly(0.1f);
    }
  }

  static Stream<Arguments> brokenStates() {
    List<Long> shape = List.of(2L, 2L);
    return Stream.of(
        Arguments.of("replay.filled", Tensor.vector(3), "from 0 to 2"),
        Arguments.of("replay.filled", Tensor.vector(-1), "from 0 to 2"),
        Arguments.of("replay.filled", Tensor.vector(1.5f), "from 0 to 2"),
        Arguments.of("replay.filled", Tensor.vector(1, 1), "shape"),
        Arguments.of("replay.images", Tensor.vector(0, 0, 0, 0), "shape"),
        Arguments.of("replay.images", new Tensor(shape, new float[] {0, 0, 0, 2}), "-1 to 1"),
        Arguments.of(
            "replay.images", new Tensor(shape, new float[] {0, 0, Float.NaN, 0}), "finite"));
  }

  @Test
  void refusesAStateWithoutItsImages() {
    try (ReplayBuffer buffer = new ReplayBuffer(2, COLUMNS, 0.5)) {
      assertThatThrownBy(() -> buffer.set(NOTHING))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("missing");
    }
  }
}
