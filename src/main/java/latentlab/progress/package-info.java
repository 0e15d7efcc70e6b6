/**
 * How long work tells of its progress and learns that it was cancelled.
 *
 * <p>{@link latentlab.progress.Progress} is what the work reports to; {@link
 * latentlab.progress.Cancellation} is what it asks between two small pieces.
 */
@NullMarked
package latentlab.progress;

import org.jspecify.annotations.NullMarked;
