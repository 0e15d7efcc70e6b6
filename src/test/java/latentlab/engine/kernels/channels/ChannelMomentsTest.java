package latentlab.engine.kernels.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class ChannelMomentsTest {

  private static final int CHANNELS = 3;
  private static final int PIXELS = 40_001;

  /** Channels with means 0, 1000 and 2000 and deviations 1, 2 and 3. */
  private static float[] pixels() {
    RandomGenerator random = new Seed(4).generator();
    float[] values = new float[PIXELS * CHANNELS];
    for (int i = 0; i < values.length; i++) {
      int c = i % CHANNELS;
      values[i] = (float) (1000 * c + (c + 1) * random.nextGaussian());
    }
    return values;
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += i % CHANNELS >= from && i % CHANNELS < to ? values[i] : 0;
    }
    return sum / PIXELS / (to - from);
  }

  private static double variance(float[] values, int from, int to) {
    double mean = mean(values, from, to);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double d = values[i] - mean;
      sum += i % CHANNELS >= from && i % CHANNELS < to ? d * d : 0;
    }
    return sum / PIXELS / (to - from);
  }

  private static void assertMoments(ChannelMoments moments, float[] values) {
    for (int from = 0; from < CHANNELS; from++) {
      for (int to = from + 1; to <= CHANNELS; to++) {
        double variance = variance(values, from, to);
        assertThat(moments.mean(from, to)).isCloseTo(mean(values, from, to), within(1e-4));
        assertThat(moments.variance(from, to)).isCloseTo(variance, within(2e-6 * variance));
      }
    }
  }

  private static ChannelMoments moments() {
    return new ChannelMoments(ChannelBlocks.of(CHANNELS, PIXELS * CHANNELS));
  }

  @Test
  void areThoseOfChannelsAndOfChannelsTogetherWhateverTheirMeans() {
    float[] values = pixels();
    ChannelMoments moments = moments();

    moments.add(FloatBuffer.wrap(values), 0, values.length);

    assertMoments(moments, values);
  }

  @Test
  void areTheSameForRangesAddedOneByOneAndUnited() {
    float[] values = pixels();
    ChannelMoments moments = moments();
    ChannelMoments rest = moments();

    moments.add(FloatBuffer.wrap(values), 0, 3 * 700);
    moments.add(FloatBuffer.wrap(values), 3 * 700, 3 * 20_000);
    rest.add(FloatBuffer.wrap(values), 3 * 20_000, values.length);
    moments.add(rest);
    moments.add(moments());

    assertMoments(moments, values);
  }

  @Test
  void areThoseOfTheLastRunAfterForgetting() {
    float[] values = pixels();
    ChannelMoments moments = moments();
    moments.add(FloatBuffer.wrap(new float[] {7, 7, 7}), 0, 3);

    moments.clear();
    moments.add(FloatBuffer.wrap(values), 0, values.length);

    assertMoments(moments, values);
  }
}
