package latentlab.engine.layers.recurrent;

import java.util.function.IntFunction;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.MatrixProducts;

/**
 * A recurrent layer of any cell, with exact backpropagation through time. Of the matrix products
 * only those with the state are done step by step: W x, dL/dx, and the gradients of both weights
 * are one product each over all steps.
 */
final class RecurrentLayer implements UnaryLayer {

  private final MatrixProducts products;
  private final Workers workers;
  private final MatrixSum sum;
  private final ParameterView weight;
  private final ParameterView recurrentWeight;
  private final int steps;
  private final StateOutput output;
  private final BatchMemory<Unrolled> memory;
  private final KeptBatch last = new KeptBatch();

  RecurrentLayer(LayerContext context, StateOutput output, IntFunction<Cell> cells) {
    this.products = context.primitives().products();
    this.workers = context.primitives().workers();
    sum = new MatrixSum(context.primitives().workers());
    this.weight = context.parameter(Gates.WEIGHT);
    this.recurrentWeight = context.parameter(Gates.RECURRENT_WEIGHT);
    this.steps = context.input().height();
    this.output = output;
    this.memory =
        new BatchMemory<>(
            rows -> new Unrolled(context.input(), rows, output, cells.apply(rows)),
            Unrolled::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Unrolled batch = memory.forRows(input.rows());
    Cell cell = batch.cell();
    batch.inputs().copyFrom(input, workers);
    products.timesTransposed(batch.inputs().all(), weight.values(), cell.gates().all());
    cell.readBiases();
    cell.forward(0, batch.product());
    for (int step = 1; step < steps; step++) {
      Matrix before = cell.states().at(step - 1);
      products.timesTransposed(before, recurrentWeight.values(), batch.product());
      cell.forward(step, batch.product());
    }
    if (output == StateOutput.EVERY_STEP) {
      cell.states().copyTo(batch.output(), workers);
    }
    last.set(input);
    return batch.output();
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    Unrolled batch = memory.forRows(last.get().rows());
    backwardThroughTime(batch.cell(), batch.errors(), error);
    if (wanted.parameters()) {
      writeGradients(batch);
    }
    if (wanted.inputs()) {
      writeInputError(batch.errors());
    }
    return batch.errors().input();
  }

  private void backwardThroughTime(Cell cell, UnrolledErrors errors, Matrix error) {
    errors.start(error, steps - 1, workers);
    cell.backward(steps - 1, errors.state(steps - 1), errors.products());
    for (int step = steps - 2; step >= 0; step--) {
      Matrix after = errors.products().recurrent().at(step + 1);
      products.times(after, recurrentWeight.values(), errors.state(step));
      if (cell.passesStateOn()) {
        sum.add(errors.state(step), errors.state(step + 1));
      }
      errors.addOutputError(step, sum);
      cell.backward(step, errors.state(step), errors.products());
    }
  }

  private void writeGradients(Unrolled batch) {
    ProductErrors errors = batch.errors().products();
    products.transposedTimes(errors.input().all(), batch.inputs().all(), weight.gradient());
    if (steps > 1) {
      products.transposedTimes(
          errors.recurrent().allButFirst(),
          batch.cell().states().allButLast(),
          recurrentWeight.gradient());
    } else {
      recurrentWeight.gradient().array().assign(0);
    }
    batch.cell().writeBiasGradients(errors);
  }

  private void writeInputError(UnrolledErrors errors) {
    products.times(errors.products().input().all(), weight.values(), errors.inputs().all());
    errors.inputs().copyTo(errors.input(), workers);
  }

  @Override
  public void close() {
    memory.clear();
  }
}
