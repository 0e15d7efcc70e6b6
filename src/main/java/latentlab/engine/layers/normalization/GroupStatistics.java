package latentlab.engine.layers.normalization;

/**
 * What a batch was normalised by.
 *
 * @param means of each row and group, row after row
 * @param inverses 1 / sqrt(variance + epsilon), likewise
 */
@SuppressWarnings("ArrayRecordComponent")
record GroupStatistics(float[] means, float[] inverses) {

  GroupStatistics(int rows, int groups) {
    this(new float[rows * groups], new float[rows * groups]);
  }
}
