package latentlab.models.cyclegan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.failure.InvalidInputException;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * Older drawn images, so that a discriminator does not forget what it has learnt of them. While
 * there is room, an image is kept and given back. Then, with probability 1/2, it takes the place of
 * a random one, which is given in its stead; else it is given back and not kept (Zhu et al. 2017,
 * section 4). Part of the state of the training, as {@code <name>.images} of shape [capacity,
 * pixels] and {@code <name>.count}. For one thread.
 */
final class ReplayBuffer {

  private final String name;
  private final int capacity;
  private final int size;
  private final float[] kept;
  private int count;

  /**
   * An empty buffer.
   *
   * @param name with which the names of its tensors begin
   * @param capacity how many images it holds at most, 0 for none
   * @param size values of an image
   */
  ReplayBuffer(String name, int capacity, int size) {
    this.name = name;
    this.capacity = capacity;
    this.size = size;
    this.kept = new float[Math.multiplyExact(capacity, size)];
  }

  /**
   * Exchanges newly drawn images for older ones.
   *
   * @param images [rows, size]; some rows are replaced
   * @param rows how many
   * @param random decides which
   */
  void exchange(float[] images, int rows, RandomGenerator random) {
    for (int row = 0; row < rows && capacity > 0; row++) {
      if (count < capacity) {
        System.arraycopy(images, row * size, kept, count * size, size);
        count++;
      } else if (random.nextBoolean()) {
        swap(images, row * size, random.nextInt(capacity) * size);
      }
    }
  }

  private void swap(float[] images, int offset, int place) {
    for (int i = 0; i < size; i++) {
      float old = kept[place + i];
      kept[place + i] = images[offset + i];
      images[offset + i] = old;
    }
  }

  /** Adds copies of the state to some tensors. */
  void addTo(Map<String, Tensor> state) {
    if (capacity > 0) {
      state.put(imagesKey(), new Tensor(shape(), kept.clone()));
      state.put(countKey(), Tensor.vector(count));
    }
  }

  /**
   * Checks whether {@link #set} would accept some state.
   *
   * @throws InvalidInputException if a tensor is missing, has another shape, or is not finite
   */
  void check(Tensors state) {
    if (capacity == 0) {
      return;
    }
    state.checked(imagesKey(), shape());
    float stored = state.checked(countKey(), List.of(1L))[0];
    if (stored < 0 || stored > capacity || stored != Math.rint(stored)) {
      throw new InvalidInputException(
          String.format(
              "tensor '%s' holds %s; expected a whole number from 0 to %d",
              countKey(), stored, capacity));
    }
  }

  /** Replaces the state by one that {@link #check} accepts. */
  void set(Tensors state) {
    if (capacity > 0) {
      System.arraycopy(state.get(imagesKey()).values(), 0, kept, 0, kept.length);
      count = (int) state.get(countKey()).values()[0];
    }
  }

  /** Both buffers' tensors beside those of the optimisers. */
  static Tensors joined(Tensors optimizers, List<ReplayBuffer> buffers) {
    Map<String, Tensor> all = new LinkedHashMap<>(optimizers.byName());
    buffers.forEach(buffer -> buffer.addTo(all));
    return new Tensors(all);
  }

  private List<Long> shape() {
    return List.of((long) capacity, (long) size);
  }

  private String imagesKey() {
    return name + ".images";
  }

  private String countKey() {
    return name + ".count";
  }
}
