package latentlab.models.vae;

import latentlab.engine.kernels.Matrix;

/** p(x|z) of independent pixels, by what the decoder gives. For the thread that owns the model. */
interface PixelLikelihood {

  /**
   * -log p(x|z).
   *
   * @param outputs [rows, pixels] of the decoder
   * @param pixels [rows, pixels], x
   * @param losses receives the sum over the pixels of each row, in nats, [rows]
   */
  void rowLosses(Matrix outputs, float[] pixels, double[] losses);

  /**
   * -log p(x|z), and in place of the outputs its gradient.
   *
   * @param outputs [rows, pixels] of the decoder, overwritten
   * @param pixels [rows, pixels], x
   * @param scale multiplies the gradient
   * @return the sum over rows and pixels, in nats, not scaled
   */
  double lossAndGradient(Matrix outputs, float[] pixels, float scale);

  /**
   * In place of the outputs the gradient of a weighted sum of the rows' losses.
   *
   * @param outputs [rows, pixels] of the decoder, overwritten
   * @param pixels [rows, pixels], x
   * @param rowScales the weight of each row, [rows]
   */
  void gradient(Matrix outputs, float[] pixels, float[] rowScales);

  /**
   * The means of p(x|z).
   *
   * @param outputs [rows, pixels] of the decoder
   * @param means receives them, row-major, 0 to 1
   * @param offset where in the target they start
   */
  void means(Matrix outputs, float[] means, int offset);
}
