package latentlab.engine.layers.shape;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;

/**
 * Takes the same values, in the order of memory, for another shape. Costs nothing.
 *
 * @param shape of the result
 */
public record Reshape(FeatureShape shape) implements UnaryConfiguration {

  /** Does nothing. */
  private static final Layer IDENTITY =
      new PiecewiseLinearLayer() {
        @Override
        public Matrix forwardOne(Matrix input, Pass pass) {
          return input;
        }

        @Override
        public Matrix backwardOne(Matrix error, Wanted wanted) {
          return error;
        }

        @Override
        public boolean piecewiseLinear() {
          return true;
        }

        @Override
        public Matrix tangent(Matrix direction) {
          return direction;
        }

        @Override
        public Matrix tangentBackward(Matrix error, Wanted wanted) {
          return error;
        }

        @Override
        public void close() {}
      };

  @Override
  public FeatureShape output(FeatureShape input) {
    if (input.size() != shape.size()) {
      throw new IllegalArgumentException("cannot reshape " + input + " to " + shape);
    }
    return shape;
  }

  @Override
  public boolean passesMemoryOn() {
    return true;
  }

  @Override
  public Layer build(LayerContext context) {
    return IDENTITY;
  }
}
