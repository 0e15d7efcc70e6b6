package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/** Shrinks an image to the vector of its channels' means. */
public record GlobalAveragePooling() implements UnaryConfiguration {

  @Override
  public FeatureShape output(FeatureShape input) {
    return FeatureShape.vector(input.channels());
  }

  @Override
  public Layer build(LayerContext context) {
    FeatureShape image = context.input();
    FeatureShape means = output(image);
    return new LinearMapLayer(
        context,
        means,
        new WindowSums(
            image,
            means,
            image.height(),
            image.width(),
            Math.max(image.height(), image.width()),
            1f / image.pixels(),
            context.primitives().workers()));
  }
}
