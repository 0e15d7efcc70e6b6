package latentlab.training;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;

/** A family whose one parameter for each pixel learns the mean image, without DL4J. */
final class MeanImageFamily implements ModelFamily<MeanImageConfig> {

  /** Every model made, to see what became of it. */
  final List<MeanImageModel> made = new CopyOnWriteArrayList<>();

  private final LongConsumer beforeStep;

  MeanImageFamily() {
    this(step -> {});
  }

  /**
   * Calls back.
   *
   * @param beforeStep is told the number of each step, from 1, before it is made
   */
  MeanImageFamily(LongConsumer beforeStep) {
    this.beforeStep = beforeStep;
  }

  @Override
  public String name() {
    return "mean-image";
  }

  @Override
  public String title() {
    return "Mean image";
  }

  @Override
  public String summary() {
    return "Learns the mean image.";
  }

  @Override
  public MeanImageConfig defaultConfig() {
    return new MeanImageConfig(0.05);
  }

  @Override
  public MeanImageModel create(MeanImageConfig config, ImageDomain images, Seed seed) {
    MeanImageModel model = new MeanImageModel(config, images, seed, beforeStep);
    made.add(model);
    return model;
  }
}
