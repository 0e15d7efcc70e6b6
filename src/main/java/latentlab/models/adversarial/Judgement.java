package latentlab.models.adversarial;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.AdversarialTerms;
import latentlab.models.LossTerms;

/**
 * How a discriminator judged some images; means per image.
 *
 * @param loss what it loses, without the penalty
 * @param generatorLoss what the generator loses on the same generated images
 * @param real the mean score of real images: a probability, or the value of a Wasserstein critic
 * @param generated the mean score of generated images
 * @param penalty the gradient penalty; 0 if there is none
 * @param norm the mean length of the critic's gradient; 0 if there is no penalty
 */
record Judgement(
    double loss, double generatorLoss, double real, double generated, double penalty, double norm) {

  static final Judgement NONE = new Judgement(0, 0, 0, 0, 0, 0);

  /** Of images that are no numbers. */
  static final Judgement DIVERGED =
      new Judgement(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** The sum of two, the other one counted several times: for means over parts of a batch. */
  Judgement plus(Judgement other, double weight) {
    return new Judgement(
        loss + weight * other.loss,
        generatorLoss + weight * other.generatorLoss,
        real + weight * other.real,
        generated + weight * other.generated,
        penalty + weight * other.penalty,
        norm + weight * other.norm);
  }

  /** The same with what the generator lost after the discriminator had moved. */
  Judgement withGeneratorLoss(double later) {
    return new Judgement(loss, later, real, generated, penalty, norm);
  }

  /** As it is reported. */
  LossTerms terms(boolean wasserstein, boolean penalised) {
    double discriminator = loss + penalty;
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(AdversarialTerms.DISCRIMINATOR, discriminator);
    parts.put(AdversarialTerms.GENERATOR, generatorLoss);
    if (wasserstein) {
      parts.put(AdversarialTerms.WASSERSTEIN, real - generated);
    } else {
      parts.put(AdversarialTerms.D_REAL, real);
      parts.put(AdversarialTerms.D_FAKE, generated);
    }
    if (penalised) {
      parts.put(AdversarialTerms.PENALTY, penalty);
      parts.put(AdversarialTerms.GRADIENT_NORM, norm);
    }
    return new LossTerms(discriminator + generatorLoss, parts);
  }
}
