package latentlab.models.cyclegan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {

  private static final int CAPACITY = 4;

  private final ReplayBuffer buffer = new ReplayBuffer("replay", CAPACITY, 2);
  private final RandomGenerator random = new Seed(1).generator();

  @Test
  void givesImagesBackWhileThereIsRoom() {
    float[] images = {1, -1, 2, -2, 3, -3};

    buffer.exchange(images, 3, random);

    assertThat(images).containsExactly(1, -1, 2, -2, 3, -3);
    assertThat(state().get("replay.count").values()).containsExactly(3);
    assertThat(state().get("replay.images").values()).containsExactly(1, -1, 2, -2, 3, -3, 0, 0);
  }

  @Test
  void thenGivesAnOlderOneInHalfOfTheCases() {
    int older = 0;
    for (int i = 1; i <= 2000; i++) {
      float[] image = {i, -i};
      buffer.exchange(image, 1, random);
      assertThat(image[1]).isEqualTo(-image[0]);
      assertThat(image[0]).isLessThanOrEqualTo(i);
      older += image[0] < i ? 1 : 0;
    }

    assertThat(older).isBetween(900, 1100);
    assertThat(state().get("replay.images").values()).doesNotContain(1f, 2f, 3f, 4f);
  }

  @Test
  void withoutRoomAtAllChangesNothing() {
    ReplayBuffer none = new ReplayBuffer("replay", 0, 2);
    float[] images = {1, -1};

    none.exchange(images, 1, random);
    none.check(new Tensors(Map.of()));

    assertThat(images).containsExactly(1, -1);
  }

  @Test
  void refusesAStateThatIsNotItsOwn() {
    assertThatThrownBy(() -> buffer.check(new Tensors(Map.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'replay.images' is missing");
    refuses("replay.images", new Tensor(List.of(3L, 2L), new float[6]), "expected [4, 2]");
    refuses("replay.images", new Tensor(List.of(4L, 2L), nan()), "NaN");
    refuses("replay.count", Tensor.vector(5), "from 0 to 4");
    refuses("replay.count", Tensor.vector(1.5f), "from 0 to 4");
  }

  private void refuses(String name, Tensor tensor, String words) {
    Map<String, Tensor> broken = new LinkedHashMap<>(state().byName());
    broken.put(name, tensor);

    assertThatThrownBy(() -> buffer.check(new Tensors(broken)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(words);
  }

  private Tensors state() {
    return ReplayBuffer.joined(new Tensors(Map.of()), List.of(buffer));
  }

  private static float[] nan() {
    float[] values = new float[8];
    values[5] = Float.NaN;
    return values;
  }
}
