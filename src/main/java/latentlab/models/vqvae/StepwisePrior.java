package latentlab.models.vqvae;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.PrimitivesChoice;
import latentlab.engine.primitives.Primitives;
import latentlab.storage.Tensors;

/**
 * The prior's network at one place of the grid after another. It gives what {@link
 * CodePrior#forward} gives, but for rounding, at the cost of one pass for all places of a grid
 * instead of one pass for each.
 */
final class StepwisePrior implements AutoCloseable {

  private final PriorArchitecture architecture;
  private final int rows;
  private final Primitives primitives;
  private final PlaceLayers layers;
  private final List<PlaceBlock> blocks = new ArrayList<>();
  private final float[] codeTable;
  private final float[] placeTable;
  private final float[] classTable;
  private final float[] norm;
  private final PlaceLayers.Linear output;
  private final float[] state;
  private final float[] normalised;

  /**
   * Copies the weights.
   *
   * @param architecture of the network
   * @param weights of the network
   * @param rows how many grids are drawn at once
   */
  StepwisePrior(PriorArchitecture architecture, Tensors weights, int rows) {
    this.architecture = architecture;
    this.rows = rows;
    primitives = PrimitivesChoice.make();
    layers = new PlaceLayers(primitives.products(), weights, rows);
    for (int i = 0; i < architecture.blocks(); i++) {
      blocks.add(new PlaceBlock(layers, architecture, "prior.block" + i, rows));
    }
    codeTable = layers.table("prior.codes");
    placeTable = layers.table("prior.places");
    classTable = architecture.classes() > 0 ? layers.table("prior.classes") : new float[0];
    norm = layers.scaleShift("prior.norm");
    output = layers.new Linear("prior.logits");
    state = new float[rows * architecture.width()];
    normalised = new float[state.length];
  }

  /**
   * Goes on by one place. Place 0 starts new grids.
   *
   * @param place from 0 on, each once
   * @param codes [rows, places], read at the place before
   * @param labels [rows], unread without a condition
   * @param logits receives [rows, codes] for this place
   */
  void step(int place, int[] codes, int[] labels, float[] logits) {
    int width = architecture.width();
    for (int row = 0; row < rows; row++) {
      int last = row * architecture.places() + place - 1;
      int code = place == 0 ? architecture.codes() : codes[last];
      int label = architecture.classes() > 0 ? labels[row] * width : 0;
      for (int c = 0; c < width; c++) {
        float condition = architecture.classes() > 0 ? classTable[label + c] : 0;
        state[row * width + c] =
            codeTable[code * width + c] + placeTable[place * width + c] + condition;
      }
    }
    blocks.forEach(block -> block.apply(place, state));
    PlaceLayers.normalise(state, norm, normalised);
    output.apply(normalised, logits);
  }

  @Override
  public void close() {
    layers.close();
    primitives.close();
  }
}
