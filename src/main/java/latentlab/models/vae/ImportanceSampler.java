package latentlab.models.vae;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;

/** Estimates log p(x) with draws from q(z|x). For the thread that owns the model. */
final class ImportanceSampler {

  private final VaeModel model;
  private final int samples;
  private final int size;
  private final DiagonalGaussian posterior;

  ImportanceSampler(VaeModel model, int samples) {
    this.model = model;
    this.samples = samples;
    this.size = model.latentSize();
    this.posterior = new DiagonalGaussian(size);
  }

  /** The bound of each image, in nats, [count]. */
  double[] logLikelihood(ImageBatch images, Seed seed) {
    double[] result = new double[images.count()];
    int imagesAtOnce = Math.max(1, RowChunks.ROWS / samples);
    for (int first = 0; first < result.length; first += imagesAtOnce) {
      estimate(images, first, Math.min(imagesAtOnce, result.length - first), seed, result);
    }
    return result;
  }

  private void estimate(ImageBatch images, int first, int count, Seed seed, double[] result) {
    float[] heads = model.posteriorParameters(images, first, count);
    RandomGenerator[] randoms =
        IntStream.range(first, first + count)
            .mapToObj(image -> seed.derive("image", image).generator())
            .toArray(RandomGenerator[]::new);
    double[] logarithms = new double[count * samples];
    int drawsAtOnce = RowChunks.ROWS / count;
    for (int from = 0; from < samples; from += drawsAtOnce) {
      Draws draws = new Draws(count, Math.min(drawsAtOnce, samples - from));
      for (int i = 0; i < count; i++) {
        draws.fill(i, heads, images.image(first + i), randoms[i]);
      }
      draws.weigh(logarithms, from);
    }
    ImportanceWeights weights = new ImportanceWeights(samples, size);
    for (int i = 0; i < count; i++) {
      result[first + i] = weights.bound(logarithms, i);
    }
  }

  /** Some draws for each of some images, image after image. */
  private final class Draws {

    private final int each;
    private final int rows;
    private final float[] heads;
    private final float[] noise;
    private final float[] codes;
    private float[] pixels = new float[0];

    Draws(int images, int each) {
      this.each = each;
      this.rows = images * each;
      heads = new float[rows * 2 * size];
      noise = new float[rows * size];
      codes = new float[rows * size];
    }

    void fill(int image, float[] allHeads, float[] original, RandomGenerator random) {
      if (pixels.length == 0) {
        pixels = new float[rows * original.length];
      }
      float[] own = new float[each * 2 * size];
      for (int i = 0; i < each; i++) {
        System.arraycopy(allHeads, image * 2 * size, own, i * 2 * size, 2 * size);
        System.arraycopy(
            original, 0, pixels, (image * each + i) * original.length, original.length);
      }
      float[] ownNoise = new float[each * size];
      float[] ownCodes = new float[each * size];
      posterior.draw(own, each, random, ownNoise, ownCodes);
      System.arraycopy(own, 0, heads, image * own.length, own.length);
      System.arraycopy(ownNoise, 0, noise, image * ownNoise.length, ownNoise.length);
      System.arraycopy(ownCodes, 0, codes, image * ownCodes.length, ownCodes.length);
    }

    void weigh(double[] logarithms, int from) {
      double[] weights = new double[rows];
      double[] losses = model.rowLosses(codes, pixels, rows);
      new ImportanceWeights(each, size).logarithms(losses, heads, noise, codes, rows, weights);
      for (int i = 0; i < rows; i++) {
        logarithms[i / each * samples + from + i % each] = weights[i];
      }
    }
  }
}
