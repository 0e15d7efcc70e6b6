package latentlab.ui.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.training.TrainingEvent.EpochGrid;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.GridKind;
import latentlab.training.TrainingEvent.PairKind;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of one epoch in a quarter of their size: with 256 greys, as a screen shows them. The
 * originals are the same in all epochs and kept once. Immutable.
 */
final class KeptPictures {

  private static final float WHITE = 255;

  private final int epoch;
  private final Optional<ImageBatch> originals;
  private final Optional<Greys> reconstructions;
  private final PairKind pairs;
  private final Optional<Greys> grid;
  private final GridKind gridKind;
  private final int gridColumns;
  private final List<Double> divergence;

  /**
   * Keeps pictures.
   *
   * @param epoch the number of epochs done when they were made
   * @param pictures what is kept
   * @param before the pictures of an earlier epoch, whose originals are shared; null for the first
   */
  KeptPictures(int epoch, EpochPictures pictures, @Nullable KeptPictures before) {
    this.epoch = epoch;
    originals = shared(pictures.originals(), before);
    reconstructions = pictures.reconstructions().map(Greys::of);
    pairs = pictures.pairs();
    grid = pictures.grid().map(made -> Greys.of(made.images()));
    gridKind = pictures.grid().map(EpochGrid::kind).orElse(GridKind.SAMPLES);
    gridColumns = pictures.grid().map(EpochGrid::columns).orElse(1);
    divergence = pictures.divergence();
  }

  int epoch() {
    return epoch;
  }

  /** The pictures, as far as they can be told apart by eye. */
  EpochPictures pictures() {
    return new EpochPictures(
        originals,
        reconstructions.map(Greys::images),
        pairs,
        grid.map(greys -> new EpochGrid(gridKind, greys.images(), gridColumns)),
        divergence);
  }

  private static Optional<ImageBatch> shared(
      Optional<ImageBatch> originals, @Nullable KeptPictures before) {
    if (before == null || before.originals.isEmpty() || originals.isEmpty()) {
      return originals;
    }
    float[] kept = before.originals.get().pixels();
    return Arrays.equals(kept, originals.get().pixels()) ? before.originals : originals;
  }

  /**
   * Images of which each pixel is one byte.
   *
   * @param shape the size of each image
   * @param levels [count, height, width, channels], 0 (black) to 255 (white), unsigned
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Greys(ImageShape shape, byte[] levels) {

    static Greys of(ImageBatch images) {
      float[] pixels = images.pixels();
      byte[] levels = new byte[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        levels[i] = (byte) Math.round(WHITE * Math.max(0, Math.min(1, pixels[i])));
      }
      return new Greys(images.shape(), levels);
    }

    ImageBatch images() {
      float[] pixels = new float[levels.length];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = Byte.toUnsignedInt(levels[i]) / WHITE;
      }
      return ImageBatch.unlabelled(shape, pixels);
    }
  }
}
