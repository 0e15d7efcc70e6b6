package latentlab.models.conditionalvae;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.models.ClassConditional;
import latentlab.models.ConditionalSampler;
import latentlab.models.Encoder;
import latentlab.models.EvidenceBound;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentDivergence;
import latentlab.models.ModelTrainer;
import latentlab.models.Reconstructor;
import latentlab.models.networks.ClassLabels;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A variational autoencoder that is told the class of each image. */
final class ConditionalVaeModel
    implements GenerativeModel,
        ClassConditional,
        ConditionalSampler,
        Reconstructor,
        EvidenceBound,
        LatentDivergence {

  private final ImageDomain images;
  private final ClassLabels classes;
  private final int latent;
  private final ConditionalNetworks networks;
  private final ConditionalVaeTrainer trainer;

  ConditionalVaeModel(ConditionalVaeConfig config, ImageDomain images, Seed seed) {
    this.images = images;
    this.classes = new ClassLabels(images.classNames());
    this.latent = config.latent();
    this.networks =
        new ConditionalNetworks(config, images.shape(), images.classNames().size(), seed);
    this.trainer = new ConditionalVaeTrainer(this, config.beta(), config.schedule());
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return networks.group().parameterCount();
  }

  @Override
  public Tensors weights() {
    return networks.group().weights();
  }

  @Override
  public void setWeights(Tensors weights) {
    networks.group().setWeights(weights);
  }

  @Override
  public ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public Encoder ofClass(int label) {
    return new ClassSpace(this, classes.checked(label)[0]);
  }

  /** The images are taken for those of their labels; without labels they are refused. */
  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    int[] labels = labelsOf(batch);
    return decode(encode(batch, labels), labels);
  }

  /** The class at position i is i modulo the number of classes, so that all come equally often. */
  @Override
  public ImageBatch sample(int count, Seed seed) {
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> i % images.classNames().size());
    return sample(labels, seed);
  }

  @Override
  public ImageBatch sample(int[] labels, Seed seed) {
    classes.checked(labels);
    return decode(LatentCodes.standardNormal(labels.length, latent, seed, "sample"), labels);
  }

  @Override
  public Bound evidenceBound(ImageBatch batch, Seed seed) {
    int[] labels = labelsOf(batch);
    RandomGenerator random = seed.generator();
    double[] sums = new double[2];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          float[] pixels = RowChunks.pixels(batch, from, rows);
          Bound part = networks.bound(pixels, part(labels, from, rows), random);
          sums[0] += part.reconstruction();
          sums[1] += part.kl();
        });
    return new Bound(sums[0] / batch.count(), sums[1] / batch.count());
  }

  @Override
  public double[] divergenceByDimension(ImageBatch batch) {
    int[] labels = labelsOf(batch);
    double[] sums = new double[latent];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          int[] some = part(labels, from, rows);
          float[] pixels = RowChunks.pixels(batch, from, rows);
          networks.addDivergence(networks.posterior(pixels, some), some, sums);
        });
    return Arrays.stream(sums).map(sum -> sum / batch.count()).toArray();
  }

  @Override
  public void close() {
    networks.close();
  }

  int latentSize() {
    return latent;
  }

  ConditionalNetworks networks() {
    return networks;
  }

  /** The codes of images as those of given classes, in units of the classes' priors. */
  LatentCodes encode(ImageBatch batch, int[] labels) {
    RowChunks.checkShape(batch, images.shape());
    float[] means = new float[Math.multiplyExact(batch.count(), latent)];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          float[] parameters =
              networks.posterior(RowChunks.pixels(batch, from, rows), part(labels, from, rows));
          for (int r = 0; r < rows; r++) {
            System.arraycopy(parameters, r * 2 * latent, means, (from + r) * latent, latent);
          }
        });
    return new LatentCodes(batch.count(), latent, networks.prior().inUnits(means, labels));
  }

  /** The images of codes, in units of the classes' priors, as those of given classes. */
  ImageBatch decode(LatentCodes codes, int[] labels) {
    codes.checkSize(latent);
    float[] placed = networks.prior().placed(codes.values(), labels);
    int size = images.shape().size();
    float[] pixels = new float[Math.multiplyExact(codes.count(), size)];
    RowChunks.forEach(
        codes.count(),
        (from, rows) ->
            networks.images(
                Arrays.copyOfRange(placed, from * latent, (from + rows) * latent),
                part(labels, from, rows),
                pixels,
                from * size));
    return new ImageBatch(images.shape(), codes.count(), pixels, labels.clone());
  }

  /** The gradients stay in the networks; see {@link ConditionalVaeTrainer}. */
  Bound computeGradients(ImageBatch batch, double beta, Seed seed) {
    return networks.computeGradients(batch.pixels(), labelsOf(batch), beta, seed.generator());
  }

  private int[] labelsOf(ImageBatch batch) {
    RowChunks.checkShape(batch, images.shape());
    return classes.of(batch);
  }

  private static int[] part(int[] labels, int from, int rows) {
    return Arrays.copyOfRange(labels, from, from + rows);
  }
}
