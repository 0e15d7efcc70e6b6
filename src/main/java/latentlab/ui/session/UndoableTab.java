package latentlab.ui.session;

import latentlab.ui.history.UndoHistory;

/** A tab whose steps can be undone. */
public interface UndoableTab extends LabTab {

  /**
   * The steps.
   *
   * @return the same at each call
   */
  UndoHistory<?> history();
}
