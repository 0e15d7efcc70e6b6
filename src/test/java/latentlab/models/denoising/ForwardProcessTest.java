package latentlab.models.denoising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForwardProcessTest {

  private static final ImageShape SHAPE = new ImageShape(160, 160, 1);
  private static final float PIXEL = 0.8f;

  @ParameterizedTest
  @EnumSource
  void meanAndVarianceAreThoseOfTheClosedForm(ScheduleType type) {
    NoiseSchedule schedule = NoiseSchedule.of(type, 200);
    for (int t : new int[] {1, 50, 120, 200}) {
      float[] values = new ForwardProcess(schedule).noised(images(1), t, seeds(1)).values();
      double n = values.length;
      double mean = Moments.mean(values);
      double deviation = schedule.noise(t);
      assertThat(mean).isCloseTo(schedule.signal(t) * 0.6, within(5 * deviation / Math.sqrt(n)));
      double variance = 1 - schedule.alphaBar(t);
      assertThat(Moments.variance(values))
          .isCloseTo(variance, within(5 * variance * Math.sqrt(2 / n)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepByStepItComesToTheSameVarianceAsAtOnce(ScheduleType type) {
    NoiseSchedule schedule = NoiseSchedule.of(type, 64);
    double signal = 1;
    double variance = 0;
    for (int t = 1; t <= 64; t++) {
      double kept = 1 - schedule.beta(t);
      signal *= Math.sqrt(kept);
      variance = kept * variance + schedule.beta(t);
      assertThat(schedule.signal(t)).isCloseTo(signal, within(1e-9));
      assertThat(1 - schedule.alphaBar(t)).isCloseTo(variance, within(1e-9));
    }
  }

  @Test
  void anImageGetsTheSameNoiseWhateverTheBatch() {
    ForwardProcess forward = new ForwardProcess(NoiseSchedule.of(ScheduleType.LINEAR, 50));
    float[] two = forward.noised(images(2), 20, seeds(2)).values();
    float[] second = forward.noised(images(1), 20, seeds(2).subList(1, 2)).values();
    assertThat(Arrays.copyOfRange(two, SHAPE.size(), 2 * SHAPE.size())).isEqualTo(second);
    assertThat(Arrays.copyOf(two, SHAPE.size())).isNotEqualTo(second);
  }

  @Test
  void refusesAStepThatThereIsNot() {
    ForwardProcess forward = new ForwardProcess(NoiseSchedule.of(ScheduleType.LINEAR, 50));
    assertThatThrownBy(() -> forward.noised(images(1), 51, seeds(1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no noisy step 51; expected 1 to 50");
    assertThatThrownBy(() -> forward.noised(images(1), 5, seeds(2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("1 images; 2 were asked for");
  }

  private static ImageBatch images(int count) {
    float[] pixels = new float[count * SHAPE.size()];
    Arrays.fill(pixels, PIXEL);
    return ImageBatch.unlabelled(SHAPE, pixels);
  }

  private static List<Seed> seeds(int count) {
    return SamplingRequest.of(count, new Seed(1), 1).seeds();
  }
}
