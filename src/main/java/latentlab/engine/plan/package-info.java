/**
 * How a network is described before it exists: layers and who gives what to whom. Start at {@link
 * latentlab.engine.plan.NetworkPlan}.
 */
@NullMarked
package latentlab.engine.plan;

import org.jspecify.annotations.NullMarked;
