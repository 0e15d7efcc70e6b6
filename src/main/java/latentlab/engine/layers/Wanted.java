package latentlab.engine.layers;

/**
 * What a backward pass has to compute. The rest may be left out, which saves time.
 *
 * @param parameters the gradients of the layer's parameters
 * @param inputs the errors of the layer's inputs
 */
public record Wanted(boolean parameters, boolean inputs) {}
