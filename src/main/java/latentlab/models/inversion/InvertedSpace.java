package latentlab.models.inversion;

import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.InversionSettings;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.Reconstructor;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * A model that can be inverted as one that encodes and reconstructs, slowly. For the thread that
 * owns the model.
 *
 * @param model does the work
 * @param settings of each search
 * @param seed decides where each search starts
 * @param progress is told of each search
 * @param cancellation asked at each step
 */
public record InvertedSpace(
    Inverter model,
    InversionSettings settings,
    Seed seed,
    Progress progress,
    Cancellation cancellation)
    implements Encoder, Reconstructor {

  private static final Seed ALWAYS_THE_SAME = new Seed(1);

  /**
   * With usual settings, the same starts each time, and nobody who watches.
   *
   * @param model does the work
   */
  public InvertedSpace(Inverter model) {
    this(model, ALWAYS_THE_SAME, Progress.NONE, new Cancellation());
  }

  /**
   * With usual settings.
   *
   * @param model does the work
   * @param seed decides where each search starts
   * @param progress is told of each search
   * @param cancellation asked at each step
   */
  public InvertedSpace(Inverter model, Seed seed, Progress progress, Cancellation cancellation) {
    this(model, InversionSettings.DEFAULT, seed, progress, cancellation);
  }

  /**
   * What encodes images for a model.
   *
   * @param model any
   * @return the model itself if it can, else its inversion; empty if there is neither
   */
  public static Optional<Encoder> encoderOf(GenerativeModel model) {
    return model instanceof LatentSpace space
        ? encoderOf(space, ALWAYS_THE_SAME, Progress.NONE, new Cancellation())
        : Optional.empty();
  }

  /**
   * What encodes images to a space, such as that of one class of a model.
   *
   * @param space any
   * @param seed decides where each search starts, if there is one
   * @param progress is told of each search
   * @param cancellation asked at each step of a search
   * @return the space itself if it can, else its inversion; empty if there is neither
   */
  public static Optional<Encoder> encoderOf(
      LatentSpace space, Seed seed, Progress progress, Cancellation cancellation) {
    if (space instanceof Encoder encoder) {
      return Optional.of(encoder);
    }
    return space instanceof Inverter inverter
        ? Optional.of(new InvertedSpace(inverter, seed, progress, cancellation))
        : Optional.empty();
  }

  /**
   * What reconstructs images for a model.
   *
   * @param model any
   * @return the model itself if it can, else its inversion; empty if there is neither
   */
  public static Optional<Reconstructor> reconstructorOf(GenerativeModel model) {
    if (model instanceof Reconstructor reconstructor) {
      return Optional.of(reconstructor);
    }
    return model instanceof Inverter inverter
        ? Optional.of(new InvertedSpace(inverter))
        : Optional.empty();
  }

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public float latentExtent() {
    return model.latentExtent();
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return model.decode(codes);
  }

  @Override
  public LatentCodes encode(ImageBatch images) {
    return model.invert(images, settings, seed, progress, cancellation);
  }

  @Override
  public ImageBatch reconstruct(ImageBatch images) {
    return decode(encode(images));
  }
}
