package latentlab.engine.layers.recurrent;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.RowPass;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;

/** See {@link LongShortTermMemory}. */
final class MemoryCell implements Cell {

  private static final int GATES = 4;

  private final int rows;
  private final int units;
  private final ParameterView bias;
  private final TiledBias biasValues;
  private final RowPass biasSum;
  private final float[] biasGradient;
  private final Steps gates;
  private final Steps states;
  private final Steps cells;
  private final Steps squashed;
  private final Matrix cellError;
  private final Blocks<MemoryBlock> blocks;

  MemoryCell(LayerContext context, int units, int rows) {
    int steps = context.input().height();
    this.rows = rows;
    this.units = units;
    this.blocks = new Blocks<>(context.primitives().workers(), rows, units, MemoryBlock::new);
    this.bias = context.parameter(Gates.BIAS);
    this.biasValues = new TiledBias(GATES, units, blocks.rowsInBlock());
    this.biasSum = new RowPass(GATES * units);
    this.biasGradient = new float[GATES * units];
    this.gates = new Steps(steps, rows, GATES * units);
    this.states = new Steps(steps, rows, units);
    this.cells = new Steps(steps, rows, units);
    this.squashed = new Steps(steps, rows, units);
    this.cellError = Matrix.allocate(rows, units);
  }

  @Override
  public Steps gates() {
    return gates;
  }

  @Override
  public Steps states() {
    return states;
  }

  @Override
  public ProductErrors makeErrors() {
    Steps both = new Steps(gates.count(), rows, GATES * units);
    return new ProductErrors(both, both);
  }

  @Override
  public void readBiases() {
    biasValues.read(bias.values());
  }

  @Override
  public void forward(int step, Matrix product) {
    blocks.forEach(GATES, (block, range) -> forward(block, range, step, product));
  }

  private void forward(MemoryBlock block, RowRange range, int step, Matrix product) {
    block.readInputs(range, gates.at(step), biasValues);
    if (step > 0) {
      block.addProducts(range, product);
    }
    block.readCells(range, cells, step);
    block.forward();
    block.writeGates(range, gates.at(step));
    block.writeStates(range, cells.at(step), squashed.at(step), states.at(step));
  }

  @Override
  public void backward(int step, Matrix stateError, ProductErrors errors) {
    blocks.forEach(GATES, (block, range) -> backward(block, range, step, stateError, errors));
  }

  private void backward(
      MemoryBlock block, RowRange range, int step, Matrix stateError, ProductErrors errors) {
    block.readGates(range, gates.at(step));
    block.readCells(range, cells, step);
    block.readErrors(range, squashed.at(step), stateError);
    if (step < gates.count() - 1) {
      block.readCellError(range, cellError);
    }
    block.backward();
    block.writeGates(range, errors.input().at(step));
    block.writeCellError(range, cellError);
  }

  @Override
  public boolean passesStateOn() {
    return false;
  }

  @Override
  public void writeBiasGradients(ProductErrors errors) {
    biasSum.sumRows(errors.input().all(), biasGradient);
    bias.gradient().copyFrom(biasGradient);
  }

  @Override
  public void close() {
    gates.close();
    states.close();
    cells.close();
    squashed.close();
    cellError.close();
  }
}
