package latentlab.engine.layers.merge;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;

/** See {@link Sum}. The error passes on as it is; all inputs but the first get copies. */
final class SumLayer implements Layer {

  /** Floats at a time: two such arrays fit the first-level cache. */
  private static final int BLOCK = 2048;

  private final int columns;
  private final int copies;
  private final boolean inPlace;
  private final Workers workers;
  private final float[][] sums;
  private final float[][] terms;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<List<Matrix>> errors;

  SumLayer(LayerContext context) {
    columns = context.input().size();
    copies = context.inputs().size() - 1;
    inPlace = context.inputReusable();
    workers = context.primitives().workers();
    sums = new float[workers.parts()][BLOCK];
    terms = new float[workers.parts()][BLOCK];
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
    workers.run(
        first.rows() * columns,
        1,
        (part, from, to) -> {
          for (int i = from; i < to; i += BLOCK) {
            add(inputs, output, i, Math.min(BLOCK, to - i), part);
          }
        });
    return output;
  }

  private void add(List<Matrix> inputs, Matrix output, int from, int count, int part) {
    inputs.get(0).buffer().get(from, sums[part], 0, count);
    for (int i = 1; i < inputs.size(); i++) {
      inputs.get(i).buffer().get(from, terms[part], 0, count);
      add(sums[part], terms[part], count);
    }
    output.buffer().put(from, sums[part], 0, count);
  }

  private static void add(float[] sums, float[] terms, int count) {
    for (int i = 0; i < count; i++) {
      sums[i] += terms[i];
    }
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
