package latentlab.models.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.models.EvidenceBound.Bound;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.TrainingPoint;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class VaeModelTest {

  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(6, 5, 1), List.of());
  private static final double BETA = 1.7;

  /** Floats, so along each tensor's own gradient; the noise is the same in every evaluation. */
  @Test
  void theGradientOfTheLossEqualsCentralDifferences() {
    try (VaeModel model = model(HiddenActivation.TANH)) {
      ImageBatch batch = batch(12);
      Tensors start = model.weights();
      model.computeGradients(batch, BETA, new Seed(4).generator());

      for (Map.Entry<String, Tensor> entry : model.gradients().byName().entrySet()) {
        float[] gradient = entry.getValue().values();
        double length = Math.sqrt(squaredLength(gradient));
        double h = 2e-2;
        double up = loss(model, moved(start, entry.getKey(), gradient, h / length), batch);
        double down = loss(model, moved(start, entry.getKey(), gradient, -h / length), batch);
        assertThat((up - down) / (2 * h))
            .as(entry.getKey())
            .isCloseTo(length, within(1e-2 * length));
      }
    }
  }

  @Test
  void theTotalIsReconstructionPlusBetaTimesDivergence() {
    try (VaeModel model = model(HiddenActivation.RELU)) {
      Bound bound = model.evidenceBound(batch(5), new Seed(1));

      assertThat(model.trainer().evaluate(batch(5), new TrainingPoint(0, 1), new Seed(1)).total())
          .isCloseTo(bound.reconstruction() + BETA * bound.kl(), within(1e-9));
      assertThat(bound.elbo()).isEqualTo(-(bound.reconstruction() + bound.kl()));
    }
  }

  @Test
  void theBoundOfManyImagesIsTheMeanOverTheirParts() {
    try (VaeModel model = model(HiddenActivation.RELU)) {
      ImageBatch many = batch(1000);
      Bound bound = model.evidenceBound(many, new Seed(1));

      double kl = 0;
      for (int i = 0; i < 1000; i++) {
        kl +=
            model
                .evidenceBound(ImageBatch.unlabelled(IMAGES.shape(), many.image(i)), new Seed(2))
                .kl();
      }
      assertThat(bound.kl()).isCloseTo(kl / 1000, within(1e-4));
    }
  }

  @Test
  void aConditionOnTheCodeIsChecked() {
    try (VaeModel model = model(HiddenActivation.RELU)) {
      assertThatThrownBy(() -> model.decode(LatentCodes.of(1f, 2f)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 dimensions")
          .hasMessageContaining("3");
    }
  }

  @Test
  void refusesImagesOfAnotherSize() {
    try (VaeModel model = model(HiddenActivation.RELU)) {
      ImageBatch other = ImageBatch.unlabelled(new ImageShape(5, 6, 1), new float[30]);

      assertThatThrownBy(() -> model.encode(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("5x6x1")
          .hasMessageContaining("6x5x1");
    }
  }

  @Test
  void theWorkloadOfTheReferenceHasItsNumberOfParameters() {
    ImageDomain digits = new ImageDomain(new ImageShape(28, 28, 1), List.of());
    VaeConfig config = new VaeConfig(16, List.of(512, 256), HiddenActivation.RELU, 1.0, 1e-3);
    try (VaeModel model = new VaeModel(config, digits, new Seed(1))) {
      assertThat(model.parameterCount()).isEqualTo(1_079_600);
    }
  }

  @Test
  void refusesAConfigWithoutHiddenLayers() {
    assertThatThrownBy(() -> new VaeConfig(2, List.of(), HiddenActivation.RELU, 1.0, 1e-3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("widths");
  }

  private static VaeModel model(HiddenActivation activation) {
    return new VaeModel(
        new VaeConfig(3, List.of(10, 8), activation, BETA, 1e-3), IMAGES, new Seed(1));
  }

  private static double loss(VaeModel model, Tensors weights, ImageBatch batch) {
    model.setWeights(weights);
    return model.trainer().evaluate(batch, new TrainingPoint(0, 1), new Seed(4)).total();
  }

  private static Tensors moved(Tensors start, String name, float[] direction, double length) {
    float[] values = start.get(name).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (length * direction[i]);
    }
    Map<String, Tensor> changed = new LinkedHashMap<>(start.byName());
    changed.put(name, new Tensor(start.get(name).shape(), values));
    return new Tensors(changed);
  }

  private static double squaredLength(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static ImageBatch batch(int count) {
    RandomGenerator random = new Seed(7).generator();
    float[] pixels = new float[count * IMAGES.shape().size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(IMAGES.shape(), pixels);
  }
}
