package latentlab.training;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.Reconstructor;
import latentlab.training.TrainingEvent.EpochPictures;

/** Inputs that stay the same from epoch to epoch: some validation images and a latent grid. */
final class FixedInputs {

  static final int IMAGES = 16;
  static final int GRID_SIDE = 10;

  /** The rim of the usual region holds few images; the grid stays inside it. */
  static final float PART_OF_EXTENT = 0.8f;

  private static final int CLASSES = 256;

  private final ImageBatch images;

  FixedInputs(ImageSet validation) {
    this.images = validation.batch(chosen(validation));
  }

  /** What a model makes of them. For the thread that owns the model. */
  EpochPictures shownBy(GenerativeModel model) {
    Optional<ImageBatch> reconstructions =
        model instanceof Reconstructor reconstructor
            ? Optional.of(reconstructor.reconstruct(images))
            : Optional.empty();
    Optional<ImageBatch> grid =
        model instanceof LatentSpace space
            ? Optional.of(space.decode(grid(space.latentSize(), space.latentExtent())))
            : Optional.empty();
    return new EpochPictures(reconstructions.map(same -> images), reconstructions, grid);
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
