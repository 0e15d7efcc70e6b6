package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** Class c has the mean c / 4, no class the mean -0.5. */
class GuidedPredictorTest {

  private static final NoiseSchedule SCHEDULE = NoiseSchedule.of(ScheduleType.COSINE, 100);
  private static final int T = 60;
  private static final float[] NOISY = {0.1f, -0.3f, 0.8f, 0.2f};
  private static final SamplingRequest REQUEST =
      SamplingRequest.of(2, new Seed(1), 10)
          .withClasses(List.of(ClassMix.of(3), ClassMix.of(1)))
          .withClip(false);

  private final GaussianData data = new GaussianData(SCHEDULE, -0.5, 0.04, 4);

  @Test
  void guidanceZeroIsTheUnconditionalModel() {
    float[] none = predict(REQUEST.withClasses(List.of()));
    assertThat(predict(REQUEST.withGuidance(0))).isEqualTo(none);
    assertThat(none).isEqualTo(direct(new float[8]));
    assertThat(data.rows()).isEqualTo(2);
  }

  @Test
  void guidanceOneIsTheConditionalModel() {
    assertThat(predict(REQUEST.withGuidance(1)))
        .isEqualTo(direct(new float[] {0, 0, 0, 1, 0, 1, 0, 0}));
    assertThat(data.rows()).isEqualTo(2);
  }

  @Test
  void otherGuidanceGoesFurtherInTheSameDirectionInOneBatch() {
    float[] without = predict(REQUEST.withGuidance(0));
    float[] with = predict(REQUEST.withGuidance(1));
    int before = data.calls();
    float[] guided = predict(REQUEST.withGuidance(2.5));
    assertThat(data.calls()).isEqualTo(before + 1);
    assertThat(data.rows()).isEqualTo(4);
    for (int i = 0; i < guided.length; i++) {
      assertThat(guided[i]).isCloseTo(without[i] + 2.5f * (with[i] - without[i]), within(1e-5f));
    }
  }

  @Test
  void aMixIsToldByTwoWeights() {
    float[] mixed = predict(REQUEST.withClass(new ClassMix(3, 1, 0.25)));
    assertThat(mixed).isEqualTo(direct(new float[] {0, 0.25f, 0, 0.75f, 0, 0.25f, 0, 0.75f}));
    assertThat(mixed).isNotEqualTo(predict(REQUEST.withClass(ClassMix.of(3))));
  }

  @Test
  void predictionsAreCutOffUnlessTheRequestSaysOtherwise() {
    SamplingRequest strong = REQUEST.withGuidance(20);
    assertThat(predict(strong.withClip(true))).containsOnly(1f);
    assertThat(predict(strong)[0]).isGreaterThan(1);
  }

  private float[] predict(SamplingRequest request) {
    return new GuidedPredictor(data, request).predict(NOISY, T);
  }

  private float[] direct(float[] weights) {
    float[] images = new float[NOISY.length];
    data.predict(NOISY, 2, T, weights, images);
    return images;
  }
}
