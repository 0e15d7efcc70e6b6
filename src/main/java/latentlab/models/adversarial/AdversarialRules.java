package latentlab.models.adversarial;

import latentlab.engine.losses.AdversarialLoss;
import latentlab.models.networks.RateSchedule;

/**
 * How two players are trained. Learning rates belong to the networks.
 *
 * @param loss what they lose
 * @param schedule how the learning rates change
 * @param realTarget what the discriminator's answer to real images is pulled to: 1, or less with
 *     one-sided label smoothing
 * @param turns who moves how often
 * @param restraint what holds the discriminator down
 * @param replay the buffer of older fakes
 */
public record AdversarialRules(
    AdversarialLoss loss,
    RateSchedule schedule,
    double realTarget,
    Turns turns,
    Restraint restraint,
    Replay replay) {

  /**
   * Players that move in turn, without any remedy.
   *
   * @param loss what they lose
   * @param schedule how the learning rates change
   * @return the rules
   */
  public static AdversarialRules of(AdversarialLoss loss, RateSchedule schedule) {
    return new AdversarialRules(
        loss, schedule, 1, new Turns(1, 1), new Restraint(0, 0), new Replay(0, 0));
  }

  /**
   * With one-sided label smoothing (Salimans et al. 2016, section 3.4).
   *
   * @param smoothing how far below 1 the target of real images is
   * @return changed rules
   */
  public AdversarialRules smoothed(double smoothing) {
    return new AdversarialRules(loss, schedule, 1 - smoothing, turns, restraint, replay);
  }

  /**
   * With other numbers of updates.
   *
   * @param discriminator updates of the discriminator for each turn of the generator
   * @param generator updates of the generator in its turn
   * @return changed rules
   */
  public AdversarialRules withSteps(int discriminator, int generator) {
    Turns next = new Turns(discriminator, generator);
    return new AdversarialRules(loss, schedule, realTarget, next, restraint, replay);
  }

  /**
   * With a critic whose slopes are held down.
   *
   * @param limit the greatest absolute value of a parameter; 0 for no limit
   * @param weight of the gradient penalty; 0 for none
   * @return changed rules
   */
  public AdversarialRules restrained(double limit, double weight) {
    Restraint next = new Restraint(limit, weight);
    return new AdversarialRules(loss, schedule, realTarget, turns, next, replay);
  }

  /**
   * With a buffer of older fakes.
   *
   * @param images how many it holds; 0 for no buffer
   * @param share the part of the generated batch that they replace
   * @return changed rules
   */
  public AdversarialRules replaying(int images, double share) {
    Replay next = new Replay(images, share);
    return new AdversarialRules(loss, schedule, realTarget, turns, restraint, next);
  }

  /**
   * Who moves how often.
   *
   * @param discriminator updates of the discriminator for each turn of the generator, at least 1
   * @param generator updates of the generator in its turn, at least 1
   */
  public record Turns(int discriminator, int generator) {}

  /**
   * What holds the discriminator down.
   *
   * @param clipping the greatest absolute value of its parameters; 0 for no limit
   * @param penalty the weight of the gradient penalty; 0 for none
   */
  public record Restraint(double clipping, double penalty) {}

  /**
   * The buffer of older fakes.
   *
   * @param images how many it holds; 0 for none
   * @param share the part of the generated batch that they replace, 0 to 1
   */
  public record Replay(int images, double share) {}
}
