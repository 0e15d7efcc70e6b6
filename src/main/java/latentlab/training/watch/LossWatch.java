package latentlab.training.watch;

import latentlab.models.LossTerms;

/** Looks at the losses of an adversarial training for one problem. For the training thread. */
interface LossWatch {

  /** What it looks for. */
  TrainingWarning warning();

  /** Takes the loss of the next step into account. */
  void observe(LossTerms loss);

  /** Whether the problem is there now. */
  boolean isRaised();
}
