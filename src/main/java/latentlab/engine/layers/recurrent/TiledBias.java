package latentlab.engine.layers.recurrent;

import latentlab.engine.kernels.Matrix;

/** The biases of each gate, repeated for each of the rows that are worked on at a time. */
final class TiledBias {

  private final int units;
  private final float[] values;
  private final float[][] tiles;

  TiledBias(int gates, int units, int rows) {
    this.units = units;
    this.values = new float[gates * units];
    this.tiles = new float[gates][rows * units];
  }

  /** Copies the parameter, [1, gates * units]. */
  void read(Matrix bias) {
    bias.copyTo(values);
    for (int gate = 0; gate < tiles.length; gate++) {
      float[] tile = tiles[gate];
      for (int at = 0; at < tile.length; at += units) {
        System.arraycopy(values, gate * units, tile, at, units);
      }
    }
  }

  /** The biases of one gate, row after row. */
  float[] ofGate(int gate) {
    return tiles[gate];
  }
}
