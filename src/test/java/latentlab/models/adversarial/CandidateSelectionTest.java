package latentlab.models.adversarial;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.models.LatentCodes;
import latentlab.random.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CandidateSelectionTest {

  private static final Seed SEED = new Seed(5);
  private static final int COUNT = 40;
  private static final int PIXELS = SmallPlayers.PIXELS;

  private final Discriminator discriminator =
      new Discriminator(SmallPlayers.discriminatorNetwork(1e-2, 1, LEAKY_RELU), 0);

  @AfterEach
  void close() {
    discriminator.close();
  }

  @Test
  void oneCandidateIsNoChoice() {
    assertThat(drawn(COUNT, 1).pixels()).containsExactly(plain("sample").pixels());
  }

  @Test
  void keepsTheCandidateWithTheHighestLogit() {
    List<ImageBatch> all = List.of(plain("sample"), plain("candidate-1"), plain("candidate-2"));
    int[] kept = new int[3];
    float[] pixels = drawn(COUNT, 3).pixels();
    for (int i = 0; i < COUNT; i++) {
      int best = 0;
      for (int candidate = 1; candidate < 3; candidate++) {
        if (logit(all.get(candidate), i) > logit(all.get(best), i)) {
          best = candidate;
        }
      }
      kept[best]++;
      assertThat(image(pixels, i)).containsExactly(image(all.get(best).pixels(), i));
    }
    assertThat(kept).as("each is the best one now and then").doesNotContain(0);
  }

  @Test
  void anImageDependsOnItsPlaceAloneAndNotOnTheCount() {
    float[] few = drawn(7, 3).pixels();

    assertThat(few).containsExactly(Arrays.copyOf(drawn(COUNT, 3).pixels(), few.length));
  }

  private ImageBatch drawn(int count, int candidates) {
    try (CandidateSelection selection = new CandidateSelection(discriminator, PIXELS, candidates)) {
      return selection.draw(count, SmallPlayers.LATENT, SEED, CandidateSelectionTest::decode);
    }
  }

  private static ImageBatch plain(String stream) {
    return decode(LatentCodes.standardNormal(COUNT, SmallPlayers.LATENT, SEED, stream));
  }

  /** Each number of a code is two pixels. */
  private static ImageBatch decode(LatentCodes codes) {
    float[] pixels = new float[codes.count() * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      float value = codes.values()[i / 2];
      pixels[i] = (float) (1 / (1 + Math.exp(i % 2 == 0 ? -value : value)));
    }
    return ImageBatch.unlabelled(SmallPlayers.IMAGES.shape(), pixels);
  }

  private double logit(ImageBatch images, int index) {
    float[] signed = image(images.pixels(), index);
    for (int i = 0; i < signed.length; i++) {
      signed[i] = 2 * signed[i] - 1;
    }
    float[] logit = new float[1];
    Matrix input = SmallPlayers.matrix(1, PIXELS, signed);
    try {
      discriminator.infer(input, new int[0]).copyTo(logit);
    } finally {
      input.close();
    }
    return logit[0];
  }

  private static float[] image(float[] pixels, int index) {
    return Arrays.copyOfRange(pixels, index * PIXELS, (index + 1) * PIXELS);
  }
}
