package latentlab.engine.layers.noise;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.random.Seed;

/**
 * Disturbs its input in training. Each row has a random generator of its own, so that the result
 * depends neither on how rows are split over cores nor on how many there are.
 */
final class NoiseLayer implements UnaryLayer {

  /** Floats at a time: an array of them fits the first-level cache. */
  private static final int BLOCK = 2048;

  private final String name;
  private final Disturbance disturbance;
  private final boolean inPlace;
  private final int columns;
  private final Workers workers;
  private final float[][] blocks;
  private final BatchMemory<Matrix> outputs;
  private boolean disturbedLast;
  private Seed lastSeed = new Seed(0);

  NoiseLayer(LayerContext context, Disturbance disturbance) {
    this.name = context.name();
    this.disturbance = disturbance;
    this.inPlace = context.inputReusable();
    this.columns = context.input().size();
    this.workers = context.primitives().workers();
    this.blocks = new float[workers.parts()][Math.min(BLOCK, columns)];
    this.outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = inPlace ? input : outputs.forRows(input.rows());
    disturbedLast = pass.training() && disturbance.changesValues();
    if (disturbedLast) {
      lastSeed = new Seed(pass.generator(name).nextLong());
      throughRows(input, output, disturbance::disturb);
    } else if (!inPlace) {
      output.copyFrom(input);
    }
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (wanted.inputs() && disturbedLast && !disturbance.passesErrorsOn()) {
      throughRows(error, error, disturbance::goBack);
    }
    return error;
  }

  private void throughRows(Matrix source, Matrix target, Change change) {
    workers.run(
        source.rows(),
        columns,
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            throughRow(source, target, row, blocks[part], change);
          }
        });
  }

  private void throughRow(Matrix source, Matrix target, int row, float[] block, Change change) {
    RandomGenerator random = lastSeed.derive("row", row).generator();
    int end = (row + 1) * columns;
    for (int i = row * columns; i < end; i += block.length) {
      int count = Math.min(block.length, end - i);
      source.buffer().get(i, block, 0, count);
      change.apply(block, count, random);
      target.buffer().put(i, block, 0, count);
    }
  }

  /** What happens to a block of a row. */
  @FunctionalInterface
  private interface Change {
    void apply(float[] values, int count, RandomGenerator random);
  }

  @Override
  public void close() {
    outputs.clear();
  }
}
