package latentlab.models.vqvae;

/**
 * One block of the prior's network, place after place: keys and values of the places before are
 * kept, for causal attention never changes them.
 */
final class PlaceBlock {

  private final int rows;
  private final int places;
  private final int width;
  private final float[] norm1;
  private final float[] norm2;
  private final PlaceLayers.Linear queriesKeysValues;
  private final PlaceLayers.Linear projection;
  private final PlaceLayers.Linear dense1;
  private final PlaceLayers.Linear dense2;
  private final float[] keys;
  private final float[] values;
  private final float[] normalised;
  private final float[] qkv;
  private final float[] context;
  private final float[] branch;
  private final float[] hidden;
  private final float[] weights;

  PlaceBlock(PlaceLayers layers, PriorArchitecture architecture, String name, int rows) {
    this.rows = rows;
    this.places = architecture.places();
    this.width = architecture.width();
    norm1 = layers.scaleShift(name + ".norm1");
    norm2 = layers.scaleShift(name + ".norm2");
    queriesKeysValues = layers.new Linear(name + ".attention.qkv");
    projection = layers.new Linear(name + ".attention.projection");
    dense1 = layers.new Linear(name + ".dense1");
    dense2 = layers.new Linear(name + ".dense2");
    keys = new float[rows * places * width];
    values = new float[rows * places * width];
    normalised = new float[rows * width];
    qkv = new float[rows * 3 * width];
    context = new float[rows * width];
    branch = new float[rows * width];
    hidden = new float[rows * PriorArchitecture.EXPANSION * width];
    weights = new float[places];
  }

  /**
   * Goes on by one place.
   *
   * @param place after all before it
   * @param state [rows, width] of this place, in and out
   */
  void apply(int place, float[] state) {
    PlaceLayers.normalise(state, norm1, normalised);
    queriesKeysValues.apply(normalised, qkv);
    for (int row = 0; row < rows; row++) {
      attend(row, place);
    }
    projection.apply(context, branch);
    PlaceLayers.add(state, branch);
    PlaceLayers.normalise(state, norm2, normalised);
    dense1.apply(normalised, hidden);
    PlaceLayers.gelu(hidden);
    dense2.apply(hidden, branch);
    PlaceLayers.add(state, branch);
  }

  private void attend(int row, int place) {
    int own = row * 3 * width;
    int cache = row * places * width;
    System.arraycopy(qkv, own + width, keys, cache + place * width, width);
    System.arraycopy(qkv, own + 2 * width, values, cache + place * width, width);
    weigh(own, cache, place);
    int target = row * width;
    for (int c = 0; c < width; c++) {
      context[target + c] = 0;
    }
    for (int before = 0; before <= place; before++) {
      int source = cache + before * width;
      for (int c = 0; c < width; c++) {
        context[target + c] += weights[before] * values[source + c];
      }
    }
  }

  /** The softmax of the scaled products of a query with the keys up to its own. */
  private void weigh(int query, int cache, int place) {
    float scale = (float) (1 / Math.sqrt(width));
    float largest = Float.NEGATIVE_INFINITY;
    for (int before = 0; before <= place; before++) {
      float product = 0;
      for (int c = 0; c < width; c++) {
        product += qkv[query + c] * keys[cache + before * width + c];
      }
      weights[before] = product * scale;
      largest = Math.max(largest, weights[before]);
    }
    double sum = 0;
    for (int before = 0; before <= place; before++) {
      weights[before] = (float) Math.exp(weights[before] - largest);
      sum += weights[before];
    }
    for (int before = 0; before <= place; before++) {
      weights[before] /= (float) sum;
    }
  }
}
