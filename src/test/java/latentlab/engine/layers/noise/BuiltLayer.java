package latentlab.engine.layers.noise;

import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.plain.PlainPrimitives;

/** A layer outside of a network, which must not overwrite its input. */
final class BuiltLayer implements AutoCloseable {

  /** What layers are called in {@code LayerCheck}; their noise depends on it. */
  static final String NAME = "tested";

  private final PlainPrimitives primitives;
  private final Layer layer;
  private final int columns;

  BuiltLayer(LayerConfiguration configuration, int columns) {
    this(configuration, columns, NAME, 2);
  }

  BuiltLayer(LayerConfiguration configuration, int columns, String name, int threads) {
    this.columns = columns;
    this.primitives = new PlainPrimitives(new Workers(threads));
    this.layer =
        configuration.build(
            new LayerContext(
                name,
                List.of(FeatureShape.vector(columns)),
                false,
                primitives,
                Map.of(),
                SharedParameters.NONE));
  }

  /** What comes out if all values of a batch are the same. */
  float[] forward(float value, int rows, Pass pass) {
    return values(layer.forward(List.of(equal(value, rows)), pass));
  }

  /** What comes back if all errors are one. */
  float[] backwardOnes(int rows) {
    return values(layer.backward(equal(1, rows), new Wanted(false, true)).get(0));
  }

  private Matrix equal(float value, int rows) {
    Matrix batch = Matrix.allocate(rows, columns);
    batch.array().assign(value);
    return batch;
  }

  private static float[] values(Matrix batch) {
    float[] values = new float[batch.rows() * batch.columns()];
    batch.copyTo(values);
    return values;
  }

  @Override
  public void close() {
    layer.close();
    primitives.close();
  }
}
