package latentlab.models.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.PredictionType;
import latentlab.models.denoising.ScheduleType;
import latentlab.models.diffusion.DiffusionLoss.Question;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffusionLossTest {

  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(ScheduleType.COSINE, 100);
  private static final int SIZE = SmallDiffusion.SHAPE.size();

  @ParameterizedTest
  @EnumSource
  void theTargetLeadsBackToTheImage(PredictionType prediction) {
    ImageBatch batch = SmallDiffusion.batch(20, new Seed(1));
    Question question = loss(prediction, 0, 0.1, 2).ask(batch, new Seed(2));
    for (int i = 0; i < batch.pixels().length; i++) {
      int t = question.times()[i / SIZE];
      if (SCHEDULE.signal(t) > 0.1) {
        double image =
            prediction.image(
                question.noisy()[i], question.targets()[i], SCHEDULE.signal(t), SCHEDULE.noise(t));
        assertThat(image).isCloseTo(2 * batch.pixels()[i] - 1, within(1e-4));
      }
    }
  }

  @Test
  void theStepsOfABatchAreSpreadOverAllQuarters() {
    ImageBatch batch = SmallDiffusion.batch(100, new Seed(1));
    int[] times = loss(PredictionType.NOISE, 0, 0, 2).ask(batch, new Seed(3)).times();
    Arrays.sort(times);
    for (int i = 0; i < 100; i++) {
      assertThat(times[i]).isBetween(i, i + 2).isBetween(1, 100);
    }
  }

  @Test
  void classesAreToldButForThoseDroppedOut() {
    ImageBatch batch = SmallDiffusion.batch(400, new Seed(1));
    float[] all = loss(PredictionType.NOISE, 0, 0, 2).ask(batch, new Seed(3)).classWeights();
    for (int i = 0; i < 400; i++) {
      assertThat(all[2 * i + batch.labels()[i]]).isEqualTo(1);
      assertThat(all[2 * i + 1 - batch.labels()[i]]).isZero();
    }
    float[] none = loss(PredictionType.NOISE, 0, 1, 2).ask(batch, new Seed(3)).classWeights();
    assertThat(none).containsOnly(0f);
    float[] some = loss(PredictionType.NOISE, 0, 0.25, 2).ask(batch, new Seed(3)).classWeights();
    int told = 0;
    for (float weight : some) {
      told += (int) weight;
    }
    assertThat(told).isBetween(300 - 45, 300 + 45);
  }

  @ParameterizedTest
  @EnumSource
  void theGradientEqualsCentralDifferences(PredictionType prediction) {
    ImageBatch batch = SmallDiffusion.batch(3, new Seed(1));
    DiffusionLoss loss = loss(prediction, 5, 0.1, 2);
    Question question = loss.ask(batch, new Seed(2));
    float[] answer = new float[3 * SIZE];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = (float) Math.sin(i);
    }
    Matrix gradient = matrix(answer);
    loss.measure(question, gradient, 0, true, new double[3]);
    for (int i : new int[] {0, SIZE + 5, 3 * SIZE - 1}) {
      double slope =
          total(loss, question, answer, i, 0.5f) - total(loss, question, answer, i, -0.5f);
      assertThat((double) gradient.buffer().get(i))
          .isCloseTo(slope, within(1e-6 + 1e-4 * Math.abs(slope)));
    }
  }

  @Test
  void theTotalIsTheMeanOfTheQuarters() {
    ImageBatch batch = SmallDiffusion.batch(100, new Seed(1));
    DiffusionLoss loss = loss(PredictionType.VELOCITY, 5, 0.1, 2);
    Question question = loss.ask(batch, new Seed(2));
    double[] errors = new double[100];
    Arrays.setAll(errors, i -> question.times()[i] <= 25 ? 1 : question.times()[i] > 75 ? 3 : 0);
    LossTerms terms = loss.terms(question, errors);
    assertThat(terms.parts()).containsOnlyKeys("t_1", "t_2", "t_3", "t_4");
    assertThat(terms.parts().get("t_1")).isEqualTo(1);
    assertThat(terms.parts().get("t_3")).isEqualTo(0);
    assertThat(terms.parts().get("t_4")).isEqualTo(3);
    assertThat(terms.total()).isCloseTo(1, within(0.05));
  }

  @Test
  void refusesImagesWithoutTheClassThatTheNetworkIsTold() {
    DiffusionLoss loss = loss(PredictionType.VELOCITY, 5, 0.1, 2);
    ImageBatch labelled = SmallDiffusion.batch(2, new Seed(1));
    ImageBatch unlabelled = ImageBatch.unlabelled(SmallDiffusion.SHAPE, labelled.pixels());
    assertThatThrownBy(() -> loss.ask(unlabelled, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no labels");
    ImageBatch wrong = new ImageBatch(SmallDiffusion.SHAPE, 2, labelled.pixels(), new int[] {0, 2});
    assertThatThrownBy(() -> loss.ask(wrong, new Seed(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no class 2; expected 0 to 1");
  }

  private static DiffusionLoss loss(
      PredictionType prediction, double minSnr, double classDropout, int classes) {
    DiffusionConfig config = SmallDiffusion.config(prediction, minSnr, classDropout);
    return new DiffusionLoss(config, SCHEDULE, SmallDiffusion.SHAPE, classes);
  }

  private static double total(
      DiffusionLoss loss, Question question, float[] answer, int index, float shift) {
    float[] shifted = answer.clone();
    shifted[index] += shift;
    double[] errors = new double[question.times().length];
    loss.measure(question, matrix(shifted), 0, false, errors);
    return loss.terms(question, errors).total();
  }

  private static Matrix matrix(float[] values) {
    Matrix matrix = Matrix.allocate(values.length / SIZE, SIZE);
    matrix.copyFrom(values);
    return matrix;
  }
}
