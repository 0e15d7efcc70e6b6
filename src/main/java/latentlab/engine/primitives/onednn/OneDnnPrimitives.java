package latentlab.engine.primitives.onednn;

import java.util.Optional;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ConvolutionPrimitive;
import latentlab.engine.primitives.ConvolutionShape;
import latentlab.engine.primitives.ElementwisePrimitive;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.MatrixProducts;
import latentlab.engine.primitives.NormalizationPrimitive;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.plain.PlainElementwise;

/** Primitives of Intel's oneDNN on this machine's processor. */
public final class OneDnnPrimitives implements Primitives {

  private final OneDnnContext context;
  private final MatrixProducts products = new OneDnnProducts();

  private final Workers workers;

  private OneDnnPrimitives(OneDnnContext context, Workers workers) {
    this.context = context;
    this.workers = workers;
  }

  /**
   * Loads the library.
   *
   * @param workers for loops in Java
   * @return primitives that use it, or empty if it does not load on this machine
   */
  public static Optional<Primitives> load(Workers workers) {
    try {
      return Optional.of(new OneDnnPrimitives(OneDnnContext.open(), workers));
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "onednn";
  }

  @Override
  public MatrixProducts products() {
    return products;
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public ConvolutionPrimitive convolution(ConvolutionShape shape, int images) {
    return OneDnnConvolution.of(context, shape, images);
  }

  @Override
  public ConvolutionPrimitive transposedConvolution(ConvolutionShape mirror, int images) {
    return OneDnnConvolution.ofTransposed(context, mirror, images);
  }

  @Override
  public NormalizationPrimitive batchNormalization(FeatureShape shape, int images) {
    return new OneDnnNormalization(context, shape, images);
  }

  @Override
  public ElementwisePrimitive elementwise(ActivationFunction function, int elements) {
    return EltwiseAlgorithm.of(function)
        .<ElementwisePrimitive>map(algorithm -> new OneDnnElementwise(context, algorithm, elements))
        .orElseGet(() -> new PlainElementwise(function, elements, workers));
  }

  @Override
  public void close() {
    context.close();
  }
}
