package latentlab.models.adversarial;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.models.AdversarialTrainer;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.InversionSettings;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.PriorSampler;
import latentlab.models.inversion.LatentInversion;
import latentlab.models.inversion.NetworkDecoder;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A generator and a discriminator that are told no classes. */
public final class AdversarialModel implements GenerativeModel, Inverter, PriorSampler {

  /** In units of the standard deviation of N(0, I): 98.8% of the numbers of a code lie within. */
  public static final float EXTENT = 2.5f;

  private static final int[] NO_LABELS = {};

  private final ImageDomain images;
  private final Generator generator;
  private final Discriminator discriminator;
  private final NetworkGroup group;
  private final AdversarialTraining trainer;
  private final NetworkDecoder decoder;
  private final LatentInversion inversion;
  private final CandidateSelection selection;

  /**
   * Takes networks over; every image that is drawn is a sample.
   *
   * @param images what is drawn
   * @param generator draws without classes
   * @param discriminator [rows, pixels] to [rows, 1], logits
   * @param rules of the game
   */
  public AdversarialModel(
      ImageDomain images, Generator generator, Network discriminator, AdversarialRules rules) {
    this(images, generator, discriminator, rules, 1);
  }

  /**
   * Takes networks over.
   *
   * @param images what is drawn
   * @param generator draws without classes
   * @param discriminator [rows, pixels] to [rows, 1], logits
   * @param rules of the game
   * @param candidates images that are drawn for each sample, of which the discriminator keeps one;
   *     at least 1
   */
  public AdversarialModel(
      ImageDomain images,
      Generator generator,
      Network discriminator,
      AdversarialRules rules,
      int candidates) {
    this.images = images;
    this.generator = generator;
    this.discriminator = new Discriminator(discriminator, 0);
    List<Network> networks = new ArrayList<>(generator.networks());
    networks.add(discriminator);
    this.group = new NetworkGroup(networks.toArray(Network[]::new));
    this.decoder = new NetworkDecoder(generator.drawing(), generator.latent(), images.shape());
    this.inversion = new LatentInversion(decoder);
    this.selection = new CandidateSelection(this.discriminator, images.shape().size(), candidates);
    this.trainer =
        new AdversarialTraining(
            images.shape(), generator, this.discriminator, rules, batch -> NO_LABELS);
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
  public int latentSize() {
    return generator.latent();
  }

  @Override
  public float latentExtent() {
    return EXTENT;
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return RowChunks.decode(
        codes,
        latentSize(),
        images.shape(),
        (from, rows, target, offset) ->
            generator.fill(codes.values(), from, rows, NO_LABELS, target, offset));
  }

  @Override
  public LatentCodes invert(
      ImageBatch batch,
      InversionSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    return inversion.invert(batch, settings, seed, progress, cancellation);
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    return selection.draw(count, latentSize(), seed, this::decode);
  }

  @Override
  public void close() {
    trainer.close();
    decoder.close();
    selection.close();
    generator.close();
    discriminator.close();
  }
}
