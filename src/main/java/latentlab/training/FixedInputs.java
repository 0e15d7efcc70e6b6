package latentlab.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageTranslator;
import latentlab.models.LatentCodes;
import latentlab.models.LatentDivergence;
import latentlab.models.LatentSpace;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent.EpochGrid;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.GridKind;
import latentlab.training.TrainingEvent.PairKind;

/**
 * Inputs that stay the same from epoch to epoch: some validation images, and a latent grid, codes
 * or a seed.
 */
final class FixedInputs {

  static final int IMAGES = 16;
  static final int GRID_SIDE = 10;

  /** The rim of the usual region holds few images; the grid stays inside it. */
  static final float PART_OF_EXTENT = 0.8f;

  private static final int STEPWISE_ROWS = 4;
  private static final int STEPWISE_STEPS = 20;

  /** More rows would be too small to be seen. */
  private static final int MOST_CLASS_ROWS = 20;

  /** So many images give a steady mean, and cost less than the validation loss does. */
  private static final int MANY = 256;

  private static final Seed SEED = new Seed(1);
  private static final int CLASSES = 256;

  private final ImageBatch images;
  private final ImageBatch many;

  FixedInputs(ImageSet validation) {
    this.images = validation.batch(chosen(validation));
    this.many = validation.batch(IntStream.range(0, Math.min(MANY, validation.size())).toArray());
  }

  /** What a model makes of them. For the thread that owns the model. */
  EpochPictures shownBy(GenerativeModel model) {
    Optional<ImageBatch> made = passedThrough(model);
    PairKind kind =
        model instanceof ImageTranslator ? PairKind.TRANSLATIONS : PairKind.RECONSTRUCTIONS;
    return new EpochPictures(
        made.map(same -> images), made, kind, gridOf(model), divergenceOf(model));
  }

  private Optional<ImageBatch> passedThrough(GenerativeModel model) {
    if (model instanceof ImageTranslator translator) {
      return Optional.of(exchanged(translator));
    }
    return model instanceof Reconstructor reconstructor
        ? Optional.of(reconstructor.reconstruct(images))
        : Optional.empty();
  }

  /** Each image as one of the class that it has not. */
  private ImageBatch exchanged(ImageTranslator translator) {
    float[] first = translator.translate(images, 0).pixels();
    float[] pixels = translator.translate(images, 1).pixels();
    int size = images.shape().size();
    for (int i = 0; i < images.count(); i++) {
      if (images.labels()[i] == 1) {
        System.arraycopy(first, i * size, pixels, i * size, size);
      }
    }
    return ImageBatch.unlabelled(images.shape(), pixels);
  }

  private List<Double> divergenceOf(GenerativeModel model) {
    return model instanceof LatentDivergence divergence
        ? Arrays.stream(divergence.divergenceByDimension(many)).boxed().toList()
        : List.of();
  }

  private static Optional<EpochGrid> gridOf(GenerativeModel model) {
    if (model instanceof LatentSpace space) {
      ImageBatch plane = space.decode(grid(space.latentSize(), space.latentExtent()));
      return Optional.of(new EpochGrid(GridKind.LATENT_PLANE, plane, GRID_SIDE));
    }
    if (model instanceof ClassConditional conditional) {
      return Optional.of(new EpochGrid(GridKind.CLASSES, classRows(model, conditional), GRID_SIDE));
    }
    if (model instanceof StepwiseSampler sampler) {
      return Optional.of(new EpochGrid(GridKind.SAMPLES, fewSteps(sampler), GRID_SIDE));
    }
    if (model instanceof PriorSampler sampler) {
      ImageBatch samples = sampler.sample(GRID_SIDE * GRID_SIDE, SEED);
      return Optional.of(new EpochGrid(GridKind.SAMPLES, samples, GRID_SIDE));
    }
    return Optional.empty();
  }

  /** Fewer images in fewer steps than are good for use: they are made after each epoch. */
  private static ImageBatch fewSteps(StepwiseSampler sampler) {
    SamplingRequest request = sampler.request(STEPWISE_ROWS * GRID_SIDE, SEED);
    return sampler
        .diffusion()
        .images(
            request.withSteps(Math.min(STEPWISE_STEPS, request.steps())), SamplingControl.none());
  }

  private static ImageBatch classRows(GenerativeModel model, ClassConditional conditional) {
    int classes = Math.min(MOST_CLASS_ROWS, model.images().classNames().size());
    int size = conditional.ofClass(0).latentSize();
    return ClassCodes.rows(
        conditional,
        ClassCodes.drawn(GRID_SIDE, size, SEED),
        IntStream.range(0, classes).toArray());
  }

  /** Indices of the first image of each class, then of the second of each, and so on. */
  private static int[] chosen(ImageSet images) {
    if (!images.isLabelled()) {
      return IntStream.range(0, Math.min(IMAGES, images.size())).toArray();
    }
    int[] rank = new int[images.size()];
    int[] seen = new int[CLASSES];
    for (int i = 0; i < rank.length; i++) {
      rank[i] = seen[images.label(i)]++;
    }
    return IntStream.range(0, images.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(i -> rank[i]).thenComparingInt(i -> images.label(i)))
        .limit(IMAGES)
        .mapToInt(i -> i)
        .toArray();
  }

  /**
   * A square grid over the first two dimensions, the others at 0: rows from the top left, so that
   * the first dimension grows to the right and the second upwards. Over one dimension alone, the
   * points run on from row to row.
   */
  static LatentCodes grid(int latentSize, float latentExtent) {
    int count = GRID_SIDE * GRID_SIDE;
    float reach = PART_OF_EXTENT * latentExtent;
    float[] values = new float[count * latentSize];
    for (int i = 0; i < count; i++) {
      if (latentSize == 1) {
        values[i] = between(-reach, reach, i, count);
      } else {
        values[i * latentSize] = between(-reach, reach, i % GRID_SIDE, GRID_SIDE);
        values[i * latentSize + 1] = between(reach, -reach, i / GRID_SIDE, GRID_SIDE);
      }
    }
    return new LatentCodes(count, latentSize, values);
  }

  private static float between(float first, float last, int index, int count) {
    return first + (last - first) * index / (count - 1);
  }
}
