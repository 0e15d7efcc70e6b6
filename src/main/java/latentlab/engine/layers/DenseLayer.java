package latentlab.engine.layers;

import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixProduct;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A fully connected layer that keeps its output for the backward pass, writes gradients straight
 * into DL4J's gradient vector, and reuses its memory from call to call: what {@link #activate} and
 * {@link #backpropGradient} return is overwritten by the next call with as many rows. Floats only.
 * Owned by one thread.
 *
 * <p>DL4J's own layer computes its forward pass a second time in {@code backpropGradient} and
 * allocates every result. Dropout, weight noise and masks are not applied: networks of this project
 * do not configure them on dense layers.
 */
public final class DenseLayer extends BaseLayer<Dense> {

  private static final long serialVersionUID = 1L;

  private final transient BatchMemory<Activations> activations =
      new BatchMemory<>(this::allocateActivations, Activations::close);
  private final transient BatchMemory<Matrix> inputErrors =
      new BatchMemory<>(rows -> Matrix.allocate(rows, inputSize()), Matrix::close);
  private transient @Nullable BoundParameters bound;
  private transient @Nullable Matrix lastInput;
  private transient boolean inputErrorWanted = true;

  /**
   * For {@link Dense#instantiate}.
   *
   * @param configuration the layer's settings
   * @param type must be FLOAT
   * @throws IllegalArgumentException for another type
   */
  public DenseLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
    if (type != DataType.FLOAT) {
      throw new IllegalArgumentException("the dense layer computes with FLOAT, not " + type);
    }
  }

  /**
   * Whether {@link #backpropGradient} also gives the error of the layer's input, which costs a
   * matrix product and which the first layer of a network often need not give.
   *
   * @param wanted true (as at the start) if it is needed
   */
  public void setInputErrorWanted(boolean wanted) {
    inputErrorWanted = wanted;
  }

  /**
   * The layer's output for the input set before.
   *
   * @param training whether a backward pass may follow; the result is the same
   * @param workspaces not used
   * @return [rows, outputs], overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the input has another number of columns than the layer
   */
  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Matrix in = Matrix.ofBatch(input);
    if (in.columns() != inputSize()) {
      throw new IllegalArgumentException(
          String.format(
              "layer %d expects [rows, %d] but was given [%d, %d]",
              index, inputSize(), in.rows(), in.columns()));
    }
    BoundParameters parameters = parameters();
    Activations memory = activations.forRows(in.rows());
    MatrixProduct.timesTransposed(in, parameters.weights(), memory.output());
    parameters.readBias();
    if (activation() instanceof ActivationReLU) {
      parameters.pass().addBiasAndRectify(memory.output(), parameters.bias());
    } else {
      parameters.pass().addBias(memory.output(), parameters.bias());
      memory.apply(activation(), training);
    }
    lastInput = in;
    return memory.output().array();
  }

  /**
   * Writes the gradients of weights and biases, summed over the rows, into the network's gradient
   * vector. Must follow {@link #activate} of the same rows.
   *
   * @param error [rows, outputs] dL/d(output); overwritten by the error before the nonlinearity
   * @param workspaces not used
   * @return the gradient views, and dL/d(input) or null if it is not wanted
   */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray error, LayerWorkspaceMgr workspaces) {
    Matrix in = lastInput;
    if (in == null) {
      throw new IllegalStateException("the backward pass of layer " + index + " came first");
    }
    BoundParameters parameters = parameters();
    Activations memory = activations.forRows(in.rows());
    Matrix d = Matrix.ofBatch(memory.errorBefore(activation(), error));
    if (activation() instanceof ActivationReLU) {
      parameters.pass().rectifyErrorAndSumRows(d, memory.output(), parameters.biasGradient());
    } else {
      parameters.pass().sumRows(d, parameters.biasGradient());
    }
    parameters.writeBiasGradient();
    MatrixProduct.transposedTimes(d, in, parameters.weightGradient());
    Gradient gradient = new DefaultGradient();
    gradient
        .gradientForVariable()
        .put(DefaultParamInitializer.WEIGHT_KEY, gradientView(DefaultParamInitializer.WEIGHT_KEY));
    gradient
        .gradientForVariable()
        .put(DefaultParamInitializer.BIAS_KEY, gradientView(DefaultParamInitializer.BIAS_KEY));
    return new Pair<>(gradient, inputErrorWanted ? inputError(d, parameters) : null);
  }

  private INDArray inputError(Matrix d, BoundParameters parameters) {
    Matrix result = inputErrors.forRows(d.rows());
    MatrixProduct.times(d, parameters.weights(), result);
    return result.array();
  }

  /** Gives the memory for batches back; the next call allocates anew. */
  public void releaseMemory() {
    activations.clear();
    inputErrors.clear();
    lastInput = null;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  private BoundParameters parameters() {
    INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
    BoundParameters known = bound;
    if (known == null || !known.isOver(weights)) {
      known =
          BoundParameters.bind(
              weights,
              getParam(DefaultParamInitializer.BIAS_KEY),
              gradientView(DefaultParamInitializer.WEIGHT_KEY),
              gradientView(DefaultParamInitializer.BIAS_KEY));
      bound = known;
    }
    return known;
  }

  /**
   * The gradient computed last.
   *
   * @param key the name of a parameter in DL4J
   * @return a live view of the network's gradient vector
   * @throws IllegalStateException if that vector was not initialised
   */
  public INDArray gradientView(String key) {
    INDArray view = gradientViews == null ? null : gradientViews.get(key);
    if (view == null) {
      throw new IllegalStateException("the network's gradient vector was not initialised");
    }
    return view;
  }

  private Activations allocateActivations(int rows) {
    boolean keepsPreActivation =
        !(activation() instanceof ActivationReLU || activation() instanceof ActivationIdentity);
    return Activations.allocate(rows, outputSize(), keepsPreActivation);
  }

  private IActivation activation() {
    return layerConf().getActivationFn();
  }

  private int inputSize() {
    return Math.toIntExact(layerConf().getNIn());
  }

  private int outputSize() {
    return Math.toIntExact(layerConf().getNOut());
  }
}
