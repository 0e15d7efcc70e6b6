package latentlab.models.adversarial;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.merge.MinibatchDiscrimination;
import latentlab.engine.layers.normalization.SpectralNormalization;

/**
 * The remedies that are layers of a discriminator.
 *
 * @param kernels of mini-batch discrimination (Salimans et al. 2016, section 3.2), by which images
 *     are compared with the others of their batch, before the logits; 0 for none
 * @param spectral whether the weights of dense and convolution layers are divided by their largest
 *     singular value (Miyato et al. 2018)
 */
public record DiscriminatorLayers(int kernels, boolean spectral) {

  /** As in the programs of Salimans et al. */
  private static final int KERNEL_SIZE = 5;

  /**
   * All layers of a discriminator.
   *
   * @param hidden from the image to features
   * @param logits the last layer
   * @return the layers with the remedies
   */
  public List<UnaryConfiguration> of(List<UnaryConfiguration> hidden, Dense logits) {
    List<UnaryConfiguration> layers = new ArrayList<>();
    hidden.forEach(layer -> layers.add(bounded(layer)));
    if (kernels > 0) {
      layers.add(new MinibatchDiscrimination(kernels, KERNEL_SIZE));
    }
    layers.add(bounded(logits));
    return layers;
  }

  private UnaryConfiguration bounded(UnaryConfiguration layer) {
    boolean weighted = layer instanceof Dense || layer instanceof Convolution;
    return spectral && weighted ? new SpectralNormalization(layer) : layer;
  }
}
