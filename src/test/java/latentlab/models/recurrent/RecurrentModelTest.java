package latentlab.models.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.TrainingPoint;
import latentlab.models.config.ConfigSchema;
import latentlab.models.networks.PixelLoss;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecurrentModelTest {

  private static final ImageShape SHAPE = new ImageShape(5, 4, 1);
  private static final TrainingPoint START = new TrainingPoint(0, 10);

  /** Floats, so along each tensor's own gradient. */
  @ParameterizedTest
  @CsvSource({"GRU, MSE", "LSTM, BINARY_CROSS_ENTROPY"})
  void theGradientOfTheLossEqualsCentralDifferences(RecurrentCell cell, PixelLoss loss) {
    try (RecurrentModel model = model(cell, loss, 0)) {
      ImageBatch batch = batch(SHAPE, 12);
      Tensors start = model.weights();
      model.computeGradients(batch);

      model
          .networks()
          .gradients()
          .byName()
          .forEach(
              (name, gradient) -> {
                double length = Math.sqrt(squaredLength(gradient.values()));
                double h = 2e-2;
                double up = loss(model, moved(start, name, gradient.values(), h / length), batch);
                double down =
                    loss(model, moved(start, name, gradient.values(), -h / length), batch);
                int unit = loss == PixelLoss.MSE ? 1 : SHAPE.size();
                assertThat((up - down) / (2 * h) / unit)
                    .as(name)
                    .isCloseTo(length, within(2e-2 * length));
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLossIsThatOfTheReconstructions(PixelLoss loss) {
    try (RecurrentModel model = model(RecurrentCell.GRU, loss, 1)) {
      ImageBatch many = batch(SHAPE, 900);
      float[] x = many.pixels();
      float[] y = model.reconstruct(many).pixels();
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum +=
            switch (loss) {
              case MSE -> (y[i] - x[i]) * (y[i] - x[i]);
              case BINARY_CROSS_ENTROPY -> -x[i] * Math.log(y[i]) - (1 - x[i]) * Math.log(1 - y[i]);
            };
      }

      assertThat(model.trainer().evaluate(many, START, new Seed(1)).total())
          .isCloseTo(sum / (loss == PixelLoss.MSE ? x.length : 900), within(1e-4));
    }
  }

  @Test
  void shortensTheGradientOfBothNetworksTogether() {
    double limit = 1e-3;
    try (RecurrentModel clipped = model(RecurrentCell.GRU, PixelLoss.BINARY_CROSS_ENTROPY, limit);
        RecurrentModel free = model(RecurrentCell.GRU, PixelLoss.BINARY_CROSS_ENTROPY, 0)) {
      for (RecurrentModel model : List.of(clipped, free)) {
        model.trainer().step(batch(SHAPE, 8), START, new Seed(1));
      }

      float[] full = flat(free.networks().gradients());
      float[] shortened = flat(clipped.networks().gradients());
      double norm = Math.sqrt(squaredLength(full));
      assertThat(norm).isGreaterThan(10 * limit);
      for (int i = 0; i < full.length; i++) {
        full[i] *= (float) (limit / norm);
      }
      assertThat(shortened).containsExactly(full, within(1e-8f));
    }
  }

  @Test
  void everyRowOfTheImageReachesTheCode() {
    try (RecurrentModel model = model(RecurrentCell.LSTM, PixelLoss.MSE, 1)) {
      ImageBatch one = batch(SHAPE, 1);
      float[] code = model.encode(one).values();
      for (int row = 0; row < SHAPE.height(); row++) {
        float[] pixels = one.pixels().clone();
        pixels[row * SHAPE.width()] = 1 - pixels[row * SHAPE.width()];
        assertThat(model.encode(ImageBatch.unlabelled(SHAPE, pixels)).values()).isNotEqualTo(code);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 8, 1, GRU", "12, 9, 3, LSTM", "1, 7, 1, GRU", "7, 1, 1, LSTM"})
  void takesImagesOfAnySize(int height, int width, int channels, RecurrentCell cell) {
    ImageShape shape = new ImageShape(height, width, channels);
    RecurrentConfig config = config(cell, PixelLoss.BINARY_CROSS_ENTROPY, 1);
    try (RecurrentModel model =
        new RecurrentModel(config, new ImageDomain(shape, List.of()), new Seed(1))) {
      ImageBatch images = batch(shape, 3);
      double before = model.trainer().evaluate(images, START, new Seed(1)).total();
      for (int step = 0; step < 10; step++) {
        model.trainer().step(images, new TrainingPoint(step, 10), new Seed(1));
      }

      assertThat(model.trainer().evaluate(images, START, new Seed(1)).total()).isLessThan(before);
      assertThat(model.reconstruct(images).shape()).isEqualTo(shape);
    }
  }

  @Test
  void theExtentFollowsTheCodesOfTheDataAndIsStored() {
    try (RecurrentModel model = model(RecurrentCell.GRU, PixelLoss.MSE, 1);
        RecurrentModel other = model(RecurrentCell.GRU, PixelLoss.MSE, 1)) {
      ImageBatch batch = batch(SHAPE, 8);
      float[] codes = model.encode(batch).values();
      model.trainer().step(batch, START, new Seed(1));
      other.setWeights(model.weights());

      double expected = 3 * Math.sqrt(squaredLength(codes) / codes.length);
      assertThat((double) model.latentExtent()).isCloseTo(expected, within(1e-4));
      assertThat(other.latentExtent()).isEqualTo(model.latentExtent());
    }
  }

  @Test
  void theEncoderDescendsWhatOthersMakeOfItsCodes() {
    try (RecurrentModel model = model(RecurrentCell.GRU, PixelLoss.MSE, 1)) {
      ImageBatch batch = batch(SHAPE, 8);
      Tensors before = model.weights();
      float[] inUse = model.encode(batch).values();

      LatentCodes codes = model.encodeInTraining(batch, new Seed(1));
      model.descend(codes.values().clone(), 0.1);

      assertThat(codes.values()).containsExactly(inUse, within(1e-5f));
      assertThat(squaredLength(model.encode(batch).values())).isLessThan(squaredLength(inUse));
      assertThat(model.weights().get("decoder.0.weight").values())
          .isEqualTo(before.get("decoder.0.weight").values());
    }
  }

  @Test
  void refusesCodesAndImagesOfAnotherSize() {
    try (RecurrentModel model = model(RecurrentCell.GRU, PixelLoss.MSE, 1)) {
      assertThatThrownBy(() -> model.decode(LatentCodes.of(1f)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 dimensions");
      assertThatThrownBy(() -> model.encode(batch(new ImageShape(4, 5, 1), 2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4x5x1");
    }
  }

  @ParameterizedTest
  @CsvSource({"units, 0", "latent, 0", "clipping, -1", "cell, RNN", "loss, HINGE"})
  void refusesSettingsOutOfTheirRanges(String name, String value) {
    ConfigSchema<RecurrentConfig> schema = ConfigSchema.of(RecurrentConfig.class);
    String json = "{\"" + name + "\": " + (value.matches("-?\\d+") ? value : "\"" + value + "\"");

    assertThatThrownBy(() -> schema.fromJson(json + "}", new RecurrentFamily().defaultConfig()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(name);
  }

  private static RecurrentModel model(RecurrentCell cell, PixelLoss loss, double clipping) {
    return new RecurrentModel(
        config(cell, loss, clipping), new ImageDomain(SHAPE, List.of()), new Seed(1));
  }

  private static RecurrentConfig config(RecurrentCell cell, PixelLoss loss, double clipping) {
    return new RecurrentConfig(3, cell, 6, loss, clipping, 1e-2, RateSchedule.CONSTANT);
  }

  private static double loss(RecurrentModel model, Tensors weights, ImageBatch batch) {
    model.setWeights(weights);
    return model.trainer().evaluate(batch, START, new Seed(4)).total();
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

  private static float[] flat(Tensors tensors) {
    List<Float> all = new ArrayList<>();
    for (Tensor tensor : tensors.byName().values()) {
      for (float value : tensor.values()) {
        all.add(value);
      }
    }
    float[] values = new float[all.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(i);
    }
    return values;
  }

  private static double squaredLength(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static ImageBatch batch(ImageShape shape, int count) {
    RandomGenerator random = new Seed(7).generator();
    float[] pixels = new float[count * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(shape, pixels);
  }
}
