package latentlab.ui.interpolation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.models.ClassConditional;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.inversion.InvertedSpace;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;

/**
 * The latent space of a model, asked on the model's thread.
 *
 * @param images what the model is made for
 * @param size the number of latent dimensions
 * @param extent how far from the origin codes are usually found in each dimension
 * @param encoding how codes of images are had
 * @param conditional whether the model is told the class
 * @param replica reaches the model
 */
record PathSpace(
    ImageDomain images,
    int size,
    float extent,
    Encoding encoding,
    boolean conditional,
    ModelReplica replica) {

  private static final Seed INVERSION_SEED = new Seed(1);

  /** Within these extents codes are meant to be N(0, I). */
  private static final float LEAST_NORMAL = 2;

  private static final float MOST_NORMAL = 3;

  /** How codes of images are had. */
  enum Encoding {
    /** Not at all. */
    NONE,
    /** By an encoder, at once. */
    ENCODER,
    /** By a search, in seconds. */
    INVERSION
  }

  /** The space of a model, if it has one. On the model's thread. */
  static Optional<PathSpace> of(GenerativeModel model, ModelReplica replica) {
    Optional<LatentSpace> found = space(model, 0);
    return found.map(
        space ->
            new PathSpace(
                model.images(),
                space.latentSize(),
                space.latentExtent(),
                space instanceof Encoder
                    ? Encoding.ENCODER
                    : space instanceof Inverter ? Encoding.INVERSION : Encoding.NONE,
                model instanceof ClassConditional,
                replica));
  }

  private static Optional<LatentSpace> space(GenerativeModel model, int label) {
    if (model instanceof ClassConditional conditional) {
      return Optional.of(conditional.ofClass(label));
    }
    return model instanceof LatentSpace space ? Optional.of(space) : Optional.empty();
  }

  /** The code of a random anchor: drawn from N(0, I), in the units of the space. */
  float[] sampled(long seed) {
    float[] code = LatentCodes.standardNormal(1, size, new Seed(seed), "anchor").values();
    boolean normal = extent >= LEAST_NORMAL && extent <= MOST_NORMAL;
    float scale = normal ? 1 : extent / MOST_NORMAL;
    for (int i = 0; i < code.length; i++) {
      code[i] *= scale;
    }
    return code;
  }

  /** Codes of some images, all in the space of one class if there are classes. */
  CompletableFuture<LatentCodes> encode(
      ImageBatch batch, int label, Progress progress, Cancellation cancellation) {
    return replica.ask(
        model -> {
          cancellation.throwIfRequested();
          return encoder(model, label, progress, cancellation).encode(batch);
        });
  }

  private static Encoder encoder(
      GenerativeModel model, int label, Progress progress, Cancellation cancellation) {
    LatentSpace space =
        space(model, label).orElseThrow(() -> new IllegalStateException("no latent space"));
    return InvertedSpace.encoderOf(space, INVERSION_SEED, progress, cancellation)
        .orElseThrow(() -> new IllegalStateException("the model cannot encode"));
  }

  /**
   * Images of some codes.
   *
   * @param labels [count], the class of each for a model that is told the class
   */
  CompletableFuture<ImageBatch> decode(LatentCodes codes, int... labels) {
    return replica.ask(model -> decode(model, codes, labels));
  }

  private static ImageBatch decode(GenerativeModel model, LatentCodes codes, int... labels) {
    if (model instanceof ClassConditional conditional) {
      return ImageBatch.join(
          IntStream.range(0, codes.count())
              .mapToObj(i -> conditional.ofClass(labels[i]).decode(LatentCodes.of(codes.code(i))))
              .toArray(ImageBatch[]::new));
    }
    return ((LatentSpace) model).decode(codes);
  }
}
