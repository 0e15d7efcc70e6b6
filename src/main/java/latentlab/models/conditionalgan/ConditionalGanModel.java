package latentlab.models.conditionalgan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.models.AdversarialTrainer;
import latentlab.models.ClassConditional;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.InversionSettings;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.adversarial.AdversarialRules;
import latentlab.models.adversarial.AdversarialTraining;
import latentlab.models.adversarial.Discriminator;
import latentlab.models.adversarial.Generator;
import latentlab.models.inversion.LatentInversion;
import latentlab.models.inversion.NetworkDecoder;
import latentlab.models.networks.ClassLabels;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A generator and a discriminator that are told the class of each image. */
final class ConditionalGanModel implements GenerativeModel, ClassConditional, ConditionalSampler {

  private final ImageDomain images;
  private final ClassLabels classes;
  private final Generator generator;
  private final Discriminator discriminator;
  private final NetworkGroup group;
  private final AdversarialTraining trainer;

  ConditionalGanModel(ConditionalGanConfig config, ImageDomain images, Seed seed) {
    this.images = images;
    this.classes = new ClassLabels(images.classNames());
    ConditionalPlayers players =
        new ConditionalPlayers(config, images.shape(), images.classNames().size(), seed);
    generator = players.generator();
    discriminator = players.discriminator();
    List<Network> networks = new ArrayList<>(generator.networks());
    networks.add(discriminator.network());
    group = new NetworkGroup(networks.toArray(Network[]::new));
    AdversarialRules rules =
        AdversarialRules.of(config.loss().loss(), config.schedule())
            .withSteps(config.criticSteps(), 1)
            .smoothed(config.labelSmoothing());
    trainer = new AdversarialTraining(images.shape(), generator, discriminator, rules, classes::of);
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return (long) generator.network().parameterCount() + discriminator.network().parameterCount();
  }

  @Override
  public Tensors weights() {
    return group.weights();
  }

  @Override
  public void setWeights(Tensors weights) {
    group.setWeights(weights);
    generator.weightsWereSet();
  }

  @Override
  public AdversarialTrainer trainer() {
    return trainer;
  }

  @Override
  public LatentSpace ofClass(int label) {
    return new ClassSpace(this, classes.checked(label)[0]);
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
    return decode(LatentCodes.standardNormal(labels.length, latentSize(), seed, "sample"), labels);
  }

  @Override
  public void close() {
    trainer.close();
    generator.close();
    discriminator.close();
  }

  int latentSize() {
    return generator.latent();
  }

  /** Codes whose images as those of one class, which was checked, resemble the given ones. */
  LatentCodes invert(
      ImageBatch batch,
      int label,
      InversionSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    float[] condition = new float[images.classNames().size()];
    condition[label] = 1;
    try (NetworkDecoder decoder =
        new NetworkDecoder(generator.drawing(), latentSize(), images.shape(), condition)) {
      return new LatentInversion(decoder).invert(batch, settings, seed, progress, cancellation);
    }
  }

  /** The images of codes as those of given classes, which were checked. */
  ImageBatch decode(LatentCodes codes, int[] labels) {
    ImageBatch decoded =
        RowChunks.decode(
            codes,
            latentSize(),
            images.shape(),
            (from, rows, target, offset) ->
                generator.fill(codes.values(), from, rows, labels, target, offset));
    return new ImageBatch(images.shape(), codes.count(), decoded.pixels(), labels.clone());
  }
}
