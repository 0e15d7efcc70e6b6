package latentlab.training;

/** Whether somebody sits at the controls of a training, and how it begins. */
public enum StartMode {
  /**
   * It runs, and nobody is there to resume it: a checkpoint that cannot be written ends it as
   * failed.
   */
  UNATTENDED,
  /**
   * It runs, and somebody watches: a checkpoint that cannot be written pauses it, so that space can
   * be made; resume then writes it again before it goes on, and a single step only writes it again.
   */
  ATTENDED,
  /** As attended, but it waits before its first step. */
  ATTENDED_PAUSED
}
