package latentlab.engine.primitives.plain;

import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ConvolutionPrimitive;
import latentlab.engine.primitives.ConvolutionShape;
import latentlab.engine.primitives.ElementwisePrimitive;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.MatrixProducts;
import latentlab.engine.primitives.NormalizationPrimitive;
import latentlab.engine.primitives.Primitives;

/** Primitives for every machine that ND4J runs on. */
public final class PlainPrimitives implements Primitives {

  private final MatrixProducts products = new PlainProducts();

  private final Workers workers;

  /**
   * Needs nothing but ND4J.
   *
   * @param workers for loops in Java
   */
  public PlainPrimitives(Workers workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "plain";
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
    return new PlainConvolution(shape);
  }

  @Override
  public ConvolutionPrimitive transposedConvolution(ConvolutionShape mirror, int images) {
    return new PlainTransposedConvolution(mirror);
  }

  @Override
  public NormalizationPrimitive batchNormalization(FeatureShape shape, int images) {
    return new PlainNormalization(shape, images, workers);
  }

  @Override
  public ElementwisePrimitive elementwise(ActivationFunction function, int elements) {
    return new PlainElementwise(function, elements, workers);
  }

  @Override
  public void close() {}
}
