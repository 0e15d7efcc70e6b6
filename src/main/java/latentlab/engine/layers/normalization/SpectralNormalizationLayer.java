package latentlab.engine.layers.normalization;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/** See {@link SpectralNormalization}: the inner layer on the normalised weight. */
final class SpectralNormalizationLayer implements PiecewiseLinearLayer {

  private final UnaryLayer inner;
  private final NormalizedWeight weight;

  SpectralNormalizationLayer(UnaryLayer inner, NormalizedWeight weight) {
    this.inner = inner;
    this.weight = weight;
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    if (pass.training()) {
      weight.iterate();
    } else {
      weight.useStored();
    }
    return inner.forwardOne(input, pass);
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    Matrix inputError = inner.backwardOne(error, wanted);
    if (wanted.parameters()) {
      weight.writeGradient();
    }
    return inputError;
  }

  @Override
  public boolean piecewiseLinear() {
    return inner instanceof PiecewiseLinearLayer linear && linear.piecewiseLinear();
  }

  @Override
  public Matrix tangent(Matrix direction) {
    return linear().tangent(direction);
  }

  @Override
  public Matrix tangentBackward(Matrix error, Wanted wanted) {
    Matrix directionError = linear().tangentBackward(error, wanted);
    if (wanted.parameters()) {
      weight.writeGradient();
    }
    return directionError;
  }

  private PiecewiseLinearLayer linear() {
    if (inner instanceof PiecewiseLinearLayer linear) {
      return linear;
    }
    throw new IllegalStateException("the normalised layer has no tangent pass");
  }

  @Override
  public void close() {
    inner.close();
    weight.close();
  }
}
