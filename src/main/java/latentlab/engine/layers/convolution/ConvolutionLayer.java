package latentlab.engine.layers.convolution;

import java.util.List;
import java.util.function.IntFunction;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.PiecewiseLinearLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.ConvolutionPrimitive;
import latentlab.engine.primitives.ConvolutionShape;
import latentlab.engine.primitives.FeatureShape;

/** See {@link Convolution} and {@link TransposedConvolution}. */
final class ConvolutionLayer implements PiecewiseLinearLayer {

  private final ParameterView weight;
  private final ParameterView bias;
  private final BatchMemory<ConvolutionPrimitive> primitives;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> inputErrors;
  private final Matrix zeroBias;
  private final BatchMemory<Matrix> tangents;
  private final KeptBatch last = new KeptBatch();
  private final KeptBatch lastDirection = new KeptBatch();

  ConvolutionLayer(
      LayerContext context, FeatureShape output, IntFunction<ConvolutionPrimitive> factory) {
    weight = context.parameter("weight");
    bias = context.parameter("bias");
    primitives = new BatchMemory<>(factory, ConvolutionPrimitive::close);
    outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, output.size()), Matrix::close);
    zeroBias = Matrix.allocate(1, bias.values().columns());
    zeroBias.array().assign(0);
    tangents = new BatchMemory<>(rows -> Matrix.allocate(rows, output.size()), Matrix::close);
    inputErrors =
        new BatchMemory<>(rows -> Matrix.allocate(rows, context.input().size()), Matrix::close);
  }

  /** Fan-in and fan-out are those of an average position: borders see less. */
  static List<Parameter> parameters(ConvolutionShape shape, boolean mirrored, WeightRule rule) {
    double area = (double) shape.kernel() * shape.kernel();
    double perOutput = shape.input().channels() * area;
    double perInput = shape.output().channels() * area / (shape.stride() * shape.stride());
    long size = shape.kernel();
    long biases = mirrored ? shape.input().channels() : shape.output().channels();
    return List.of(
        new Parameter(
            "weight",
            List.of((long) shape.output().channels(), (long) shape.input().channels(), size, size),
            true,
            mirrored
                ? Initialization.random(rule, perInput, perOutput)
                : Initialization.random(rule, perOutput, perInput)),
        new Parameter("bias", List.of(biases), true, Initialization.constant(0)));
  }

  @Override
  public Matrix forwardOne(Matrix input, Pass pass) {
    Matrix output = outputs.forRows(input.rows());
    primitives.forRows(input.rows()).forward(input, weight.values(), bias.values(), output);
    last.set(input);
    return output;
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    ConvolutionPrimitive primitive = primitives.forRows(error.rows());
    if (wanted.parameters()) {
      primitive.backwardWeights(last.get(), error, weight.gradient(), bias.gradient());
    }
    return wanted.inputs() ? backwardData(primitive, error) : error;
  }

  private Matrix backwardData(ConvolutionPrimitive primitive, Matrix error) {
    Matrix inputError = inputErrors.forRows(error.rows());
    primitive.backwardData(error, weight.values(), inputError);
    return inputError;
  }

  @Override
  public boolean piecewiseLinear() {
    return true;
  }

  @Override
  public Matrix tangent(Matrix direction) {
    Matrix tangent = tangents.forRows(direction.rows());
    primitives.forRows(direction.rows()).forward(direction, weight.values(), zeroBias, tangent);
    lastDirection.set(direction);
    return tangent;
  }

  @Override
  public Matrix tangentBackward(Matrix error, Wanted wanted) {
    ConvolutionPrimitive primitive = primitives.forRows(error.rows());
    if (wanted.parameters()) {
      primitive.backwardWeights(lastDirection.get(), error, weight.gradient(), bias.gradient());
      bias.gradient().copyFrom(zeroBias);
    }
    return wanted.inputs() ? backwardData(primitive, error) : error;
  }

  @Override
  public void close() {
    primitives.clear();
    outputs.clear();
    tangents.clear();
    zeroBias.close();
    inputErrors.clear();
  }
}
