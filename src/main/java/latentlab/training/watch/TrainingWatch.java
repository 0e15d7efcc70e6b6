package latentlab.training.watch;

import static latentlab.models.AdversarialTerms.DISCRIMINATOR;
import static latentlab.models.AdversarialTerms.GENERATOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import latentlab.models.LossTerms;

/**
 * Looks at an adversarial training for all problems that are known. Trainings without the terms of
 * {@link latentlab.models.AdversarialTerms} raise nothing. For the training thread.
 */
public final class TrainingWatch {

  private final List<LossWatch> losses =
      List.of(
          new DiscriminatorWatch(),
          new OscillationWatch(GENERATOR),
          new OscillationWatch(DISCRIMINATOR),
          new BlowUpWatch(GENERATOR),
          new BlowUpWatch(DISCRIMINATOR));

  private final CollapseWatch collapse = new CollapseWatch();

  /**
   * Takes a step into account.
   *
   * @param loss of the next step
   */
  public void observe(LossTerms loss) {
    losses.forEach(watch -> watch.observe(loss));
  }

  /**
   * Takes samples into account.
   *
   * @param survey of the samples after the next epoch
   */
  public void observe(SampleSurvey survey) {
    collapse.observe(survey);
  }

  /**
   * What is wrong now.
   *
   * @return in the order of {@link TrainingWarning}; empty if all is well
   */
  public Set<TrainingWarning> warnings() {
    Set<TrainingWarning> raised = EnumSet.noneOf(TrainingWarning.class);
    losses.stream().filter(LossWatch::isRaised).forEach(watch -> raised.add(watch.warning()));
    if (collapse.isRaised()) {
      raised.add(TrainingWarning.MODE_COLLAPSE);
    }
    return raised;
  }
}
