package latentlab.models.vaegan;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.AdversarialTerms;
import latentlab.models.LossTerms;

/**
 * The losses of one batch, as means per image.
 *
 * @param divergence L_prior, in nats
 * @param likeness L_like
 * @param pixels the mean squared difference of pixels, 0 to 1, of images and reconstructions; only
 *     shown
 * @param discriminator L_D
 * @param deception L_G
 * @param real the mean probability of being real that real images get
 * @param generated that of generated ones
 */
record VaeGanLosses(
    double divergence,
    double likeness,
    double pixels,
    double discriminator,
    double deception,
    double real,
    double generated) {

  static final VaeGanLosses NONE = new VaeGanLosses(0, 0, 0, 0, 0, 0, 0);

  VaeGanLosses withDivergence(double value) {
    return new VaeGanLosses(value, likeness, pixels, discriminator, deception, real, generated);
  }

  /** The sum of two, the other one counted several times: for means over parts of a batch. */
  VaeGanLosses plus(VaeGanLosses other, double weight) {
    return new VaeGanLosses(
        divergence + weight * other.divergence,
        likeness + weight * other.likeness,
        pixels + weight * other.pixels,
        discriminator + weight * other.discriminator,
        deception + weight * other.deception,
        real + weight * other.real,
        generated + weight * other.generated);
  }

  /** The total is the sum of what the three networks descend. */
  LossTerms terms(VaeGanConfig config) {
    double generator = config.gamma() * likeness + deception;
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", likeness);
    parts.put("kl", divergence);
    parts.put("pixel_mse", pixels);
    parts.put(AdversarialTerms.DISCRIMINATOR, discriminator);
    parts.put(AdversarialTerms.GENERATOR, generator);
    parts.put(AdversarialTerms.D_REAL, real);
    parts.put(AdversarialTerms.D_FAKE, generated);
    double encoder = config.beta() * divergence + likeness;
    return new LossTerms(encoder + generator + discriminator, parts);
  }
}
