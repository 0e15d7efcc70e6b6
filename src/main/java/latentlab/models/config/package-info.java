/**
 * The settings of a model as a form, as options and as JSON, all read off its config record.
 *
 * <p>Start at {@link latentlab.models.config.Setting}, which describes one component of a config
 * record, and {@link latentlab.models.config.ConfigSchema}, which reads the descriptions.
 */
@NullMarked
package latentlab.models.config;

import org.jspecify.annotations.NullMarked;
