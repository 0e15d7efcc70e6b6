package latentlab.engine.layers.attention;

import latentlab.engine.primitives.FeatureShape;

/**
 * What attention holds for a batch of one size, besides the weights between positions.
 *
 * @param qkv queries, keys and values of each pixel, [., 3 channels]
 * @param context the values of all pixels, weighted for each, [., channels]
 * @param output of the layer, [., channels]
 * @param qkvError dL/d(qkv)
 * @param contextError dL/d(context)
 */
record AttentionBatch(
    PixelBatch qkv,
    PixelBatch context,
    PixelBatch output,
    PixelBatch qkvError,
    PixelBatch contextError) {

  static AttentionBatch allocate(FeatureShape shape, int images) {
    int pixels = shape.pixels();
    int channels = shape.channels();
    return new AttentionBatch(
        PixelBatch.allocate(images, pixels, 3 * channels),
        PixelBatch.allocate(images, pixels, channels),
        PixelBatch.allocate(images, pixels, channels),
        PixelBatch.allocate(images, pixels, 3 * channels),
        PixelBatch.allocate(images, pixels, channels));
  }

  void close() {
    qkv.close();
    context.close();
    output.close();
    qkvError.close();
    contextError.close();
  }
}
