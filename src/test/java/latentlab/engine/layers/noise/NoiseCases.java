package latentlab.engine.layers.noise;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.Pass;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/**
 * Layers to be tested, with the seed of a pass. Which values are changed is read off from what the
 * layer does to constant inputs; what happens to them is computed by the definition.
 */
final class NoiseCases {

  private static final Pass PASS = Pass.training(new Seed(8));

  private NoiseCases() {}

  static List<LayerCase> all() {
    List<LayerCase> cases = new ArrayList<>();
    for (double rate : new double[] {0, 0.1, 0.5, 0.9}) {
      for (FeatureShape shape : shapes()) {
        for (int rows : new int[] {1, 7}) {
          cases.add(noisy(new Dropout(rate), shape, rows, dropout(rate, shape)));
          cases.add(noisy(new MaskingNoise(rate), shape, rows, masking(rate, shape)));
          cases.add(noisy(new SaltAndPepperNoise(rate), shape, rows, replacement(rate, shape)));
          cases.add(noisy(new GaussianNoise(rate), shape, rows, addition(rate, shape)));
        }
      }
    }
    for (LayerConfiguration layer : disturbing()) {
      cases.add(
          LayerCase.of(layer, new FeatureShape(7, 9, 3), 4, (x, parameters) -> x)
              .inPass(Pass.INFERENCE));
    }
    return cases;
  }

  static List<LayerConfiguration> disturbing() {
    return List.of(
        new Dropout(0.5),
        new MaskingNoise(0.5),
        new SaltAndPepperNoise(0.5),
        new GaussianNoise(0.5));
  }

  private static List<FeatureShape> shapes() {
    return List.of(FeatureShape.vector(1), new FeatureShape(7, 9, 3), new FeatureShape(28, 29, 5));
  }

  private static LayerCase noisy(
      LayerConfiguration layer, FeatureShape shape, int rows, NaiveOfOne naive) {
    return LayerCase.of(layer, shape, rows, naive).inPass(PASS);
  }

  private static float[] applied(LayerConfiguration layer, FeatureShape shape, float to, int n) {
    try (BuiltLayer built = new BuiltLayer(layer, shape.size())) {
      return built.forward(to, n / shape.size(), PASS);
    }
  }

  private static NaiveOfOne dropout(double rate, FeatureShape shape) {
    return (x, parameters) -> {
      float[] ofOnes = applied(new Dropout(rate), shape, 1, x.length);
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = ofOnes[i] == 0 ? 0 : x[i] / (1 - rate);
      }
      return y;
    };
  }

  private static NaiveOfOne masking(double rate, FeatureShape shape) {
    return (x, parameters) -> {
      float[] ofOnes = applied(new MaskingNoise(rate), shape, 1, x.length);
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = ofOnes[i] == 0 ? 0 : x[i];
      }
      return y;
    };
  }

  private static NaiveOfOne replacement(double rate, FeatureShape shape) {
    return (x, parameters) -> {
      float[] ofTwos = applied(new SaltAndPepperNoise(rate), shape, 2, x.length);
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = ofTwos[i] == 2 ? x[i] : ofTwos[i];
      }
      return y;
    };
  }

  private static NaiveOfOne addition(double deviation, FeatureShape shape) {
    return (x, parameters) -> {
      float[] ofZeros = applied(new GaussianNoise(deviation), shape, 0, x.length);
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = x[i] + ofZeros[i];
      }
      return y;
    };
  }
}
