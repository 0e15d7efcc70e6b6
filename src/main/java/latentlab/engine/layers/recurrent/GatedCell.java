package latentlab.engine.layers.recurrent;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.RowPass;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;

/** See {@link GatedRecurrentUnit}. */
final class GatedCell implements Cell {

  private static final int GATES = 3;

  private final int rows;
  private final int units;
  private final Blocks<GatedBlock> blocks;
  private final ParameterView bias;
  private final ParameterView recurrentBias;
  private final TiledBias biasValues;
  private final TiledBias recurrentBiasValues;
  private final RowPass biasSum;
  private final float[] biasGradient;
  private final Steps gates;
  private final Steps states;
  private final Steps recalled;

  GatedCell(LayerContext context, int units, int rows) {
    int steps = context.input().height();
    this.rows = rows;
    this.units = units;
    this.blocks = new Blocks<>(context.primitives().workers(), rows, units, GatedBlock::new);
    this.bias = context.parameter(Gates.BIAS);
    this.recurrentBias = context.parameter(GatedRecurrentUnit.RECURRENT_BIAS);
    this.biasValues = new TiledBias(GATES, units, blocks.rowsInBlock());
    this.recurrentBiasValues = new TiledBias(1, units, blocks.rowsInBlock());
    this.biasSum = new RowPass(GATES * units);
    this.biasGradient = new float[GATES * units];
    this.gates = new Steps(steps, rows, GATES * units);
    this.states = new Steps(steps, rows, units);
    this.recalled = new Steps(steps, rows, units);
  }

  @Override
  public Steps gates() {
    return gates;
  }

  @Override
  public Steps states() {
    return states;
  }

  /** Those of the candidate differ by the reset gate. */
  @Override
  public ProductErrors makeErrors() {
    return new ProductErrors(
        new Steps(gates.count(), rows, GATES * units),
        new Steps(gates.count(), rows, GATES * units));
  }

  @Override
  public void readBiases() {
    biasValues.read(bias.values());
    recurrentBiasValues.read(recurrentBias.values());
  }

  @Override
  public void forward(int step, Matrix product) {
    blocks.forEach(GATES, (block, range) -> forward(block, range, step, product));
  }

  private void forward(GatedBlock block, RowRange range, int step, Matrix product) {
    block.readInputs(range, gates.at(step), biasValues, recurrentBiasValues);
    if (step > 0) {
      block.addProducts(range, product);
    }
    block.readStates(range, states, step);
    block.forward();
    block.writeGates(range, gates.at(step));
    block.writeStates(range, recalled.at(step), states.at(step));
  }

  @Override
  public void backward(int step, Matrix stateError, ProductErrors errors) {
    blocks.forEach(GATES, (block, range) -> backward(block, range, step, stateError, errors));
  }

  private void backward(
      GatedBlock block, RowRange range, int step, Matrix stateError, ProductErrors errors) {
    block.readGates(range, gates.at(step));
    block.readStates(range, states, step);
    block.readErrors(range, recalled.at(step), stateError);
    block.backward();
    block.writeErrors(range, errors, step);
    block.writeStateError(range, stateError);
  }

  @Override
  public boolean passesStateOn() {
    return true;
  }

  @Override
  public void writeBiasGradients(ProductErrors errors) {
    biasSum.sumRows(errors.recurrent().all(), biasGradient);
    recurrentBias.gradient().buffer().put(0, biasGradient, GatedBlock.CANDIDATE * units, units);
    biasSum.sumRows(errors.input().all(), biasGradient);
    bias.gradient().copyFrom(biasGradient);
  }

  @Override
  public void close() {
    gates.close();
    states.close();
    recalled.close();
  }
}
