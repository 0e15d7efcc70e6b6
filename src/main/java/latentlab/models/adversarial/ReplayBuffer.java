package latentlab.models.adversarial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.failure.InvalidInputException;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * Older images of the generator, shown to the discriminator again so that it does not forget them
 * (Shrivastava et al. 2017, section 2.3): a part of each generated batch is replaced by images out
 * of the buffer, then as many slots of the buffer, drawn at random, by images of the batch. Until
 * it is full, the whole batch goes in. For the thread that owns the model.
 */
final class ReplayBuffer implements AutoCloseable {

  private static final String IMAGES = "replay.images";
  private static final String FILLED = "replay.filled";

  private final int capacity;
  private final int columns;
  private final double share;
  private final MatrixBuffer mixture;
  private final float[] images;
  private float[] fresh = new float[0];
  private float[] mixed = new float[0];
  private int filled;

  /**
   * An empty buffer.
   *
   * @param capacity images that it holds; 0 for a buffer that does nothing and has no state
   * @param columns values of an image
   * @param share the part of a batch that is replaced, 0 to 1
   */
  ReplayBuffer(int capacity, int columns, double share) {
    this.capacity = capacity;
    this.columns = columns;
    this.share = share;
    this.mixture = new MatrixBuffer(columns);
    this.images = new float[Math.multiplyExact(capacity, columns)];
  }

  /** How many images it holds now. */
  int filled() {
    return filled;
  }

  /**
   * Shows older images and keeps some of the new ones.
   *
   * @param generated [rows, columns] what the generator has just drawn; unchanged
   * @param random decides which images are shown and which are replaced
   * @return [rows, columns], of which the first rows are older images once there are some;
   *     overwritten by the next call
   */
  Matrix exchange(Matrix generated, RandomGenerator random) {
    if (capacity == 0) {
      return generated;
    }
    int rows = generated.rows();
    int length = rows * columns;
    if (fresh.length != length) {
      fresh = new float[length];
      mixed = new float[length];
    }
    generated.copyTo(fresh);
    int replaced = filled == 0 ? 0 : (int) Math.round(share * rows);
    System.arraycopy(fresh, 0, mixed, 0, length);
    for (int r = 0; r < replaced; r++) {
      copy(images, random.nextInt(filled), mixed, r);
    }
    keep(rows, (int) Math.round(share * rows), random);
    return mixture.fill(mixed, 0, rows);
  }

  private void keep(int rows, int most, RandomGenerator random) {
    int appended = Math.min(rows, capacity - filled);
    System.arraycopy(fresh, 0, images, filled * columns, appended * columns);
    filled += appended;
    for (int r = appended; r < most; r++) {
      copy(fresh, r, images, random.nextInt(capacity));
    }
  }

  private void copy(float[] source, int from, float[] target, int to) {
    System.arraycopy(source, from * columns, target, to * columns, columns);
  }

  /** State with this among it, at the end; a buffer that does nothing adds nothing. */
  Tensors addedTo(Tensors state) {
    if (capacity == 0) {
      return state;
    }
    Map<String, Tensor> all = new LinkedHashMap<>(state.byName());
    all.put(IMAGES, new Tensor(shape(), images.clone()));
    all.put(FILLED, Tensor.vector(filled));
    return new Tensors(all);
  }

  /**
   * Checks whether {@link #set} would accept some state.
   *
   * @throws InvalidInputException if a tensor is missing, has another shape, or a value that it
   *     cannot have
   */
  void check(Tensors state) {
    if (capacity == 0) {
      return;
    }
    for (float value : state.checked(IMAGES, shape())) {
      if (!(Math.abs(value) <= 1)) {
        throw new InvalidInputException(
            "tensor '" + IMAGES + "' holds " + value + "; expected values from -1 to 1");
      }
    }
    float count = state.checked(FILLED, List.of(1L))[0];
    if (!(count >= 0 && count <= capacity) || count != Math.rint(count)) {
      throw new InvalidInputException(
          "tensor '" + FILLED + "' holds " + count + "; expected a count from 0 to " + capacity);
    }
  }

  /**
   * Replaces what it holds.
   *
   * @param state what {@link #addedTo} gave
   * @throws InvalidInputException if {@link #check} refuses it; nothing is changed then
   */
  void set(Tensors state) {
    check(state);
    if (capacity > 0) {
      System.arraycopy(state.get(IMAGES).values(), 0, images, 0, images.length);
      filled = (int) state.get(FILLED).values()[0];
    }
  }

  private List<Long> shape() {
    return List.of((long) capacity, (long) columns);
  }

  @Override
  public void close() {
    mixture.close();
  }
}
