package latentlab.models.cyclegan;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.models.AdversarialTerms;
import latentlab.models.LossTerms;

/**
 * The terms of the loss that belong to one direction.
 *
 * @param validity (D_Y(G(x)) - 1)^2
 * @param cycle |F(G(x)) - x|
 * @param identity |G(y) - y|
 * @param verdict the discriminator's loss and mean judgements
 */
record CycleTerms(double validity, double cycle, double identity, Verdict verdict) {

  private static final String VALIDITY = "validity";
  private static final String CYCLE = "cycle";
  private static final String IDENTITY = "identity";

  /** Of a batch from which nothing can be learnt. */
  static final CycleTerms NONE = new CycleTerms(0, 0, 0, Verdict.NONE);

  /** The loss of both directions: sums of their terms, means of the judgements. */
  static LossTerms loss(CycleTerms there, CycleTerms back, CycleGanConfig config) {
    double validity = there.validity + back.validity;
    double discriminator = there.verdict.loss() + back.verdict.loss();
    double cycle = there.cycle + back.cycle;
    double identity = there.identity + back.identity;
    double generator =
        validity + config.cycleWeight() * (cycle + config.identityWeight() * identity);
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put(AdversarialTerms.DISCRIMINATOR, discriminator);
    parts.put(AdversarialTerms.GENERATOR, generator);
    parts.put(VALIDITY, validity);
    parts.put(CYCLE, cycle);
    parts.put(IDENTITY, identity);
    parts.put(AdversarialTerms.D_REAL, 0.5 * (there.verdict.real() + back.verdict.real()));
    parts.put(AdversarialTerms.D_FAKE, 0.5 * (there.verdict.drawn() + back.verdict.drawn()));
    return new LossTerms(discriminator + generator, parts);
  }
}
