package latentlab.models.autoencoder;

import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** What a denoising autoencoder's input suffers (Vincent et al. 2010, section 3.3). */
public enum Corruption {
  /** Nothing. */
  NONE {
    @Override
    void corrupt(float[] pixels, int from, int to, double amount, RandomGenerator random) {
      // What comes in goes on.
    }
  },
  /** Normal numbers are added, and the sums clipped to [0, 1]; the amount is their deviation. */
  GAUSSIAN {
    @Override
    void corrupt(float[] pixels, int from, int to, double amount, RandomGenerator random) {
      for (int i = from; i < to; i++) {
        double noisy = pixels[i] + amount * random.nextGaussian();
        pixels[i] = (float) Math.max(0, Math.min(1, noisy));
      }
    }
  },
  /** Values become 0; the amount is the probability of it. */
  MASKING {
    @Override
    void corrupt(float[] pixels, int from, int to, double amount, RandomGenerator random) {
      for (int i = from; i < to; i++) {
        if (random.nextDouble() < amount) {
          pixels[i] = 0;
        }
      }
    }
  },
  /** Values become 0 or 1, each as often as the other; the amount is the probability of it. */
  SALT_AND_PEPPER {
    @Override
    void corrupt(float[] pixels, int from, int to, double amount, RandomGenerator random) {
      for (int i = from; i < to; i++) {
        double draw = random.nextDouble();
        if (draw < amount) {
          pixels[i] = draw < amount / 2 ? 0 : 1;
        }
      }
    }
  };

  /**
   * Corrupts images.
   *
   * @param images [count, height, width, channels], 0 to 1; unchanged
   * @param amount deviation or probability
   * @param seed decides the noise; the image at position i depends on it and i alone
   * @return [count, height, width, channels], 0 to 1; the images' own memory if nothing is done
   */
  float[] apply(ImageBatch images, double amount, Seed seed) {
    if (this == NONE) {
      return images.pixels();
    }
    float[] pixels = images.pixels().clone();
    int size = images.shape().size();
    for (int i = 0; i < images.count(); i++) {
      RandomGenerator random = seed.derive("corruption", i).generator();
      corrupt(pixels, i * size, (i + 1) * size, amount, random);
    }
    return pixels;
  }

  /** Whether the amount is a probability. */
  boolean isRate() {
    return this == MASKING || this == SALT_AND_PEPPER;
  }

  abstract void corrupt(float[] pixels, int from, int to, double amount, RandomGenerator random);
}
