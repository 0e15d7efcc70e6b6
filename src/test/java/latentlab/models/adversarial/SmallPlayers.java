package latentlab.models.adversarial;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static latentlab.engine.primitives.ActivationFunction.TANH;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;

/** Two players of a few units, for images of 2x3. */
final class SmallPlayers {

  static final ImageDomain IMAGES = new ImageDomain(new ImageShape(2, 3, 1), List.of("one", "two"));
  static final int PIXELS = 6;
  static final int LATENT = 3;

  private SmallPlayers() {}

  static Network generatorNetwork(double rate) {
    return network(
        "generator",
        LATENT,
        List.of(new Dense(5, WeightRule.GLOROT, TANH), new Dense(PIXELS, WeightRule.GLOROT, TANH)),
        rate);
  }

  static Network discriminatorNetwork(double rate, int outputs, ActivationFunction activation) {
    return network(
        "discriminator",
        PIXELS,
        List.of(new Dense(7, WeightRule.GLOROT, activation), new Dense(outputs, WeightRule.GLOROT)),
        rate);
  }

  /** A critic whose slope is its weights. */
  static Network linearNetwork() {
    return network("discriminator", PIXELS, List.of(new Dense(1, WeightRule.GLOROT)), 1e-2);
  }

  private static Network network(
      String name, int inputs, List<? extends UnaryConfiguration> layers, double rate) {
    return Network.of(
        NetworkPlan.sequence(name, FeatureShape.vector(inputs), layers),
        new Adam(rate, 0.5, 0.9),
        new Seed(4).derive(name));
  }

  static AdversarialModel model(AdversarialRules rules) {
    return model(rules, 1e-2, 1e-2);
  }

  static AdversarialModel model(
      AdversarialRules rules, double generatorRate, double discriminatorRate) {
    return new AdversarialModel(
        IMAGES,
        new Generator(generatorNetwork(generatorRate), LATENT, 0),
        discriminatorNetwork(discriminatorRate, 1, LEAKY_RELU),
        rules);
  }

  static float[] normal(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  static Matrix matrix(int rows, int columns, float... values) {
    Matrix matrix = Matrix.allocate(rows, columns);
    matrix.copyFrom(values);
    return matrix;
  }

  static ImageBatch batch(int count, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] pixels = new float[count * PIXELS];
    int[] labels = new int[count];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
      labels[i / PIXELS] = i / PIXELS % 2;
    }
    return new ImageBatch(IMAGES.shape(), count, pixels, labels);
  }
}
