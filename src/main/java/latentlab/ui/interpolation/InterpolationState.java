package latentlab.ui.interpolation;

import java.util.List;

/**
 * What the tab was told: what a step back brings back. Immutable.
 *
 * @param plan what is wanted of every model
 * @param beside ids of the models beneath the explored one, from top to bottom
 */
record InterpolationState(PathPlan plan, List<String> beside) {}
