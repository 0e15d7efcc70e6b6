package latentlab.models.vaegan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Pass;
import latentlab.models.EvidenceBound;
import latentlab.models.ImageDomain;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.SignedPixels;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VaeGanModelTest {

  private static final ImageShape SHAPE = new ImageShape(17, 16, 1);
  private static final double BETA = 0.7;
  private static final double GAMMA = 0.3;
  private static final int ROWS = 6;
  private static final Seed SEED = new Seed(5);
  private static final TrainingPoint START = new TrainingPoint(0, 100);

  /** Which network descends what (Larsen et al. 2016, algorithm 1). */
  static Stream<Arguments> players() {
    return Stream.of(
        player("encoder", losses -> BETA * losses.divergence() + losses.likeness()),
        player("generator", losses -> GAMMA * losses.likeness() + losses.deception()),
        player("discriminator", VaeGanLosses::discriminator));
  }

  private static Arguments player(String name, ToDoubleFunction<VaeGanLosses> loss) {
    return Arguments.of(name, loss);
  }

  /** In floats, so along the gradient of each tensor, where the slope stands out of rounding. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("players")
  void theGradientOfEachPlayerIsThatOfItsOwnLoss(String name, ToDoubleFunction<VaeGanLosses> loss) {
    try (VaeGanModel model = model()) {
      train(model, 3);
      Tensors start = model.weights();
      VaeGanTrainer trainer = (VaeGanTrainer) model.trainer();
      trainer.computeGradients(batch(), SEED, true, true);
      double squared = 0;
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> entry : model.group().gradients().byName().entrySet()) {
        if (entry.getKey().startsWith(name + ".")) {
          gradients.put(entry.getKey(), entry.getValue());
          for (float g : entry.getValue().values()) {
            squared += (double) g * g;
          }
        }
      }
      double length = Math.sqrt(squared);
      double h = 5e-3;
      double up = lossAt(model, start, gradients, h / length, loss);
      double down = lossAt(model, start, gradients, -h / length, loss);

      assertThat((up - down) / (2 * h)).isCloseTo(length, within(2e-2 * length));
    }
  }

  private static double lossAt(
      VaeGanModel model,
      Tensors start,
      Map<String, Tensor> direction,
      double factor,
      ToDoubleFunction<VaeGanLosses> loss) {
    Map<String, Tensor> moved = new LinkedHashMap<>(start.byName());
    direction.forEach(
        (name, gradient) -> {
          float[] values = start.get(name).values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] += (float) (factor * gradient.values()[i]);
          }
          moved.put(name, new Tensor(gradient.shape(), values));
        });
    model.setWeights(new Tensors(moved));
    return loss.applyAsDouble(
        ((VaeGanTrainer) model.trainer()).computeGradients(batch(), SEED, false, false));
  }

  @Test
  void likenessIsHalfTheSquaredDistanceInTheDiscriminatorsFeatures() {
    try (VaeGanModel model = model()) {
      VaeGanNetworks networks = model.networks();
      float[] images = SignedPixels.of(batch(), 0, ROWS);
      try (Jury jury = new Jury(networks.discriminator(), SHAPE.size(), networks.features())) {
        float[] generated = new float[2 * images.length];
        for (int i = 0; i < generated.length; i++) {
          generated[i] = (float) Math.sin(i);
        }
        VaeGanLosses losses = jury.judge(images, generated, ROWS, Pass.INFERENCE, false);
        float[] real = features(networks.discriminator(), images, ROWS);
        float[] drawn = features(networks.discriminator(), generated, 2 * ROWS);
        double sum = 0;
        double pixels = 0;
        for (int i = 0; i < real.length; i++) {
          sum += (real[i] - drawn[i]) * (real[i] - drawn[i]);
        }
        for (int i = 0; i < images.length; i++) {
          double difference = (images[i] - generated[i]) / 2;
          pixels += difference * difference;
        }

        assertThat(losses.likeness()).isCloseTo(0.5 * sum / ROWS, within(1e-4 * sum));
        assertThat(losses.pixels()).isCloseTo(pixels / images.length, within(1e-6));
      }
    }
  }

  @Test
  void aDiscriminatorThatCannotTellLosesTheEntropyOfACoinTwice() {
    try (VaeGanModel model = model();
        Jury jury =
            new Jury(model.networks().discriminator(), SHAPE.size(), model.networks().features())) {
      Map<String, Tensor> blind = new LinkedHashMap<>();
      model
          .networks()
          .discriminator()
          .weights()
          .byName()
          .forEach(
              (name, tensor) ->
                  blind.put(name, new Tensor(tensor.shape(), new float[tensor.values().length])));
      model.networks().discriminator().setWeights(new Tensors(blind));
      float[] images = SignedPixels.of(batch(), 0, ROWS);
      VaeGanLosses losses =
          jury.judge(images, new float[2 * images.length], ROWS, Pass.INFERENCE, false);

      assertThat(losses.discriminator()).isCloseTo(2 * Math.log(2), within(1e-6));
      assertThat(losses.deception()).isCloseTo(Math.log(2), within(1e-6));
      assertThat(losses.real()).isEqualTo(0.5);
      assertThat(losses.generated()).isEqualTo(0.5);
    }
  }

  @Test
  void learnsToReconstruct() {
    try (VaeGanModel model = model()) {
      double before = part(model.trainer().evaluate(batch(), START, SEED), "pixel_mse");
      train(model, 80);
      LossTerms after = model.trainer().evaluate(batch(), START, SEED);

      assertThat(part(after, "pixel_mse")).isLessThan(0.5 * before);
      assertThat(after.total())
          .isCloseTo(
              BETA * part(after, "kl")
                  + part(after, "reconstruction")
                  + part(after, "generator")
                  + part(after, "discriminator"),
              within(1e-9));
    }
  }

  @Test
  void hasADivergenceForEachDimensionAndNoBoundOfPixels() {
    try (VaeGanModel model = model()) {
      assertThat(model.divergenceByDimension(batch())).hasSize(3);
      assertThat(model).isNotInstanceOf(EvidenceBound.class);
    }
  }

  private static double part(LossTerms loss, String name) {
    return Objects.requireNonNull(loss.parts().get(name), name);
  }

  private static void train(VaeGanModel model, int steps) {
    for (int step = 0; step < steps; step++) {
      model.trainer().step(batch(), new TrainingPoint(step, steps), SEED.derive("step", step));
    }
  }

  private static float[] features(Network discriminator, float[] images, int rows) {
    Matrix input = Matrix.allocate(rows, SHAPE.size());
    input.copyFrom(images);
    Matrix found = discriminator.forward(List.of(input), Pass.INFERENCE).get(1);
    float[] values = new float[found.rows() * found.columns()];
    found.copyTo(values);
    return values;
  }

  private static VaeGanModel model() {
    VaeGanConfig config =
        new VaeGanConfig(3, 4, BETA, GAMMA, 2e-3, 2e-4, 0.5, RateSchedule.CONSTANT);
    return new VaeGanModel(config, new ImageDomain(SHAPE, List.of()), new Seed(1));
  }

  private static ImageBatch batch() {
    RandomGenerator random = new Seed(11).generator();
    float[] pixels = new float[ROWS * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      boolean lit = (i % SHAPE.size() / 16 + i / SHAPE.size()) % 2 == 0;
      pixels[i] = lit ? 0.9f : 0.1f * random.nextFloat();
    }
    return ImageBatch.unlabelled(SHAPE, pixels);
  }
}
