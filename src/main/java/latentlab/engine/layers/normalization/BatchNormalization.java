package latentlab.engine.layers.normalization;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Normalises each channel, in training by the statistics of the batch, else by their running
 * averages (Ioffe and Szegedy 2015). The averages move by a tenth towards each batch, whose
 * variance is corrected for the sample size, as is common.
 */
public record BatchNormalization() implements UnaryConfiguration {

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    long channels = input.channels();
    return List.of(
        new Parameter("scale_shift", List.of(2L, channels), true, Initialization.unitScale()),
        new Parameter("running_mean", List.of(channels), false, Initialization.constant(0)),
        new Parameter("running_variance", List.of(channels), false, Initialization.constant(1)));
  }

  @Override
  public Layer build(LayerContext context) {
    return new BatchNormalizationLayer(context);
  }
}
