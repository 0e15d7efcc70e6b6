/**
 * What the tabs of the window have in common: how a tab looks to the window, and the model that all
 * of them explore.
 *
 * <p>Start at {@link latentlab.ui.session.ExplorationSession}. A tab implements {@link
 * latentlab.ui.session.LabTab} and is given the session by its constructor; tabs do not know each
 * other.
 */
@NullMarked
package latentlab.ui.session;

import org.jspecify.annotations.NullMarked;
