package latentlab.models.networks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Matrix;
import latentlab.failure.InvalidInputException;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * How far from the origin the codes of an encoder without a prior lie: the running mean of their
 * squares,
 *
 * <pre>{@code   s = 0.99 s + 0.01 mean(z^2)   over the images and dimensions of a batch,}</pre>
 *
 * <p>which the first batch begins. It is part of the model's weights, as {@code codes.scale}, the
 * root of s; 0 before the first batch. For the thread that owns the model.
 */
public final class CodeSpread {

  private static final String NAME = "codes.scale";
  private static final List<Long> SHAPE = List.of(1L);

  /** Nearly all codes lie within so many root mean squares. */
  private static final float EXTENT = 3f;

  private static final float KEPT = 0.99f;

  private float scale;

  /** Creates the spread of codes of which none was seen. */
  public CodeSpread() {}

  /**
   * Takes in the codes of a training batch.
   *
   * @param codes [rows, latent size]
   */
  public void observe(Matrix codes) {
    float[] values = new float[codes.rows() * codes.columns()];
    codes.copyTo(values);
    observe(values);
  }

  /**
   * Takes in the codes of a training batch.
   *
   * @param values [rows, latent size], row-major
   */
  public void observe(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    double mean = sum / values.length;
    scale =
        (float) Math.sqrt(scale == 0 ? mean : KEPT * (double) scale * scale + (1 - KEPT) * mean);
  }

  /**
   * How far from the origin codes are usually found.
   *
   * @return three root mean squares; 3 before any code was seen or if all were 0
   */
  public float extent() {
    return scale == 0 ? EXTENT : EXTENT * scale;
  }

  /**
   * A model's weights with this among them, at the end.
   *
   * @param weights those of the networks
   * @return all
   */
  public Tensors addedTo(Tensors weights) {
    Map<String, Tensor> all = new LinkedHashMap<>(weights.byName());
    all.put(NAME, Tensor.vector(scale));
    return new Tensors(all);
  }

  /**
   * Checks whether {@link #set} would accept some weights.
   *
   * @param weights what is to be checked
   * @throws InvalidInputException if the tensor is missing, has another shape, or is not a finite
   *     number of at least 0
   */
  public void check(Tensors weights) {
    float value = weights.checked(NAME, SHAPE)[0];
    if (value < 0) {
      throw new InvalidInputException(
          "tensor '" + NAME + "' holds " + value + "; expected a number of at least 0");
    }
  }

  /**
   * Replaces what is known of the codes.
   *
   * @param weights what {@link #addedTo} gave
   * @throws InvalidInputException if {@link #check} refuses them; nothing is changed then
   */
  public void set(Tensors weights) {
    check(weights);
    scale = weights.get(NAME).values()[0];
  }
}
