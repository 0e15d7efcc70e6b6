package latentlab.models.stacked;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.models.networks.NetworkGroup;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * Shallow autoencoders within each other. Unrolling them copies nothing: the networks are run one
 * after another, encoders from the first to the last and decoders from the last to the first. For
 * the thread that owns the model.
 */
final class LayerStack implements AutoCloseable {

  private final List<ShallowAutoencoder> layers = new ArrayList<>();
  private final NetworkGroup encoders;
  private final NetworkGroup all;

  LayerStack(int pixels, StackedConfig config, Seed seed) {
    List<Network> forward = new ArrayList<>();
    List<Network> back = new ArrayList<>();
    for (int i = 0; i < config.codeSizes().size(); i++) {
      ShallowAutoencoder layer = ShallowAutoencoder.of(i, pixels, config, seed);
      layers.add(layer);
      forward.add(layer.encoder());
      back.add(0, layer.decoder());
    }
    encoders = new NetworkGroup(forward.toArray(Network[]::new));
    all = new NetworkGroup(Stream.concat(forward.stream(), back.stream()).toArray(Network[]::new));
  }

  ShallowAutoencoder layer(int index) {
    return layers.get(index);
  }

  /** All networks. */
  NetworkGroup all() {
    return all;
  }

  /** The networks from the image to the code. */
  NetworkGroup encoders() {
    return encoders;
  }

  /** What a layer is given, in use: the codes of the one before; for the first, the pixels. */
  Matrix inferUpTo(int layer, Matrix pixels) {
    Matrix values = pixels;
    for (ShallowAutoencoder each : layers.subList(0, layer)) {
      values = each.encoder().infer(values);
    }
    return values;
  }

  /** Codes, in use. */
  Matrix inferCodes(Matrix pixels) {
    return inferUpTo(layers.size(), pixels);
  }

  /** Pixels of codes, in use. */
  Matrix inferPixels(Matrix codes) {
    Matrix values = codes;
    for (int i = layers.size() - 1; i >= 0; i--) {
      values = layers.get(i).decoder().infer(values);
    }
    return values;
  }

  /** Codes, in training. */
  Matrix forwardCodes(Matrix pixels) {
    Matrix values = pixels;
    for (ShallowAutoencoder each : layers) {
      values = each.encoder().forward(values);
    }
    return values;
  }

  /** Pixels of codes, in training. */
  Matrix forwardPixels(Matrix codes) {
    Matrix values = codes;
    for (int i = layers.size() - 1; i >= 0; i--) {
      values = layers.get(i).decoder().forward(values);
    }
    return values;
  }

  /** From the errors of the pixels to those of the codes. */
  Matrix backwardPixels(Matrix pixelErrors) {
    Matrix errors = pixelErrors;
    for (ShallowAutoencoder each : layers) {
      errors = each.decoder().backward(errors);
    }
    return errors;
  }

  /** From the errors of the codes through all encoders. */
  void backwardCodes(Matrix codeErrors) {
    Matrix errors = codeErrors;
    for (int i = layers.size() - 1; i > 0; i--) {
      errors = layers.get(i).encoder().backward(errors);
    }
    layers.get(0).encoder().backwardWithoutInputError(errors);
  }

  /** Lets all optimisers begin anew. */
  void forgetMoments() {
    Map<String, Tensor> blank = new LinkedHashMap<>();
    all.optimizerState()
        .byName()
        .forEach(
            (name, tensor) ->
                blank.put(name, new Tensor(tensor.shape(), new float[tensor.values().length])));
    all.setOptimizerState(new Tensors(blank));
  }

  @Override
  public void close() {
    layers.forEach(ShallowAutoencoder::close);
  }
}
