package latentlab.engine.penalty;

/**
 * What a gradient penalty was for a batch.
 *
 * @param penalty what is added to the loss, the factor lambda included; not finite if the critic's
 *     slopes are not
 * @param meanNorm the mean of |g| over the batch, which the penalty pulls to 1
 */
public record PenaltyValue(double penalty, double meanNorm) {}
