package latentlab.engine.layers.merge;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;

/** See {@link Sum}. The error passes on as it is; all inputs but the first get copies. */
final class SumLayer implements Layer {

  private final int columns;
  private final int copies;
  private final boolean inPlace;
  private final Workers workers;
  private final MatrixSum sum;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<List<Matrix>> errors;

  SumLayer(LayerContext context) {
    columns = context.input().size();
    copies = context.inputs().size() - 1;
    inPlace = context.inputReusable();
    workers = context.primitives().workers();
    sum = new MatrixSum(workers);
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
    errors = new BatchMemory<>(this::allocateCopies, made -> made.forEach(Matrix::close));
  }

  private List<Matrix> allocateCopies(int rows) {
    List<Matrix> made = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      made.add(Matrix.allocate(rows, columns));
    }
    return made;
  }

  @Override
  public Matrix forward(List<Matrix> inputs, Pass pass) {
    Matrix first = inputs.get(0);
    Matrix output = inPlace ? first : outputs.forRows(first.rows());
    sum.add(first, inputs.get(1), output);
    for (Matrix input : inputs.subList(2, inputs.size())) {
      sum.add(output, input);
    }
    return output;
  }

  @Override
  public List<Matrix> backward(Matrix error, Wanted wanted) {
    List<Matrix> all = new ArrayList<>(copies + 1);
    all.add(error);
    all.addAll(errors.forRows(error.rows()));
    if (wanted.inputs()) {
      workers.run(
          error.rows() * columns,
          1,
          (part, from, to) -> {
            for (Matrix copy : all.subList(1, all.size())) {
              copy.buffer().put(from, error.buffer(), from, to - from);
            }
          });
    }
    return all;
  }

  @Override
  public void close() {
    outputs.clear();
    errors.clear();
  }
}
