package latentlab.engine.layers.normalization;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;

/**
 * See {@link GroupNormalization}. Keeps its input and, for each image and group, the statistics;
 * the rest is computed again in the backward pass, for an image stays in the second-level cache.
 */
final class GroupNormalizationLayer implements UnaryLayer {

  private final int size;
  private final ParameterView scaleShift;
  private final Workers workers;
  private final List<GroupNormalizationPart> parts = new ArrayList<>();
  private final BatchMemory<GroupStatistics> statistics;
  private final BatchMemory<Matrix> outputs;
  private final KeptBatch last = new KeptBatch();

  GroupNormalizationLayer(GroupNormalization configuration, LayerContext context) {
    size = context.input().size();
    scaleShift = context.parameter("scale_shift");
    workers = context.primitives().workers();
    for (int i = 0; i < workers.parts(); i++) {
      parts.add(new GroupNormalizationPart(configuration, context.input()));
    }
    statistics =
        new BatchMemory<>(
            rows -> new GroupStatistics(rows, configuration.groups()), released -> {});
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, size), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    GroupStatistics kept = statistics.forRows(input.rows());
    parts.forEach(part -> part.load(scaleShift.values()));
    workers.run(
        input.rows(),
        size,
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            parts.get(part).forward(input, output, kept, row);
          }
        });
    if (pass.backward()) {
      last.set(input);
    }
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    Matrix input = last.get();
    GroupStatistics kept = statistics.forRows(error.rows());
    parts.forEach(part -> part.load(scaleShift.values()));
    workers.run(
        error.rows(),
        size,
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            parts.get(part).backward(input, error, kept, row, wanted);
          }
        });
    if (wanted.parameters()) {
      writeGradient();
    }
    return error;
  }

  private void writeGradient() {
    Matrix gradient = scaleShift.gradient();
    for (int i = 0; i < gradient.rows() * gradient.columns(); i++) {
      double sum = 0;
      for (GroupNormalizationPart part : parts) {
        sum += part.gradient(i);
      }
      gradient.buffer().put(i, (float) sum);
    }
  }

  @Override
  public void close() {
    outputs.clear();
    statistics.clear();
  }
}
