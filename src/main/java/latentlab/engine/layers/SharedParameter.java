package latentlab.engine.layers;

import java.util.function.Consumer;
import latentlab.engine.kernels.Matrix;

/**
 * A parameter of another layer.
 *
 * @param values live memory; read only
 * @param gradient takes a gradient of the same size, which is added to that of the owner before its
 *     next update
 */
public record SharedParameter(Matrix values, Consumer<Matrix> gradient) {}
