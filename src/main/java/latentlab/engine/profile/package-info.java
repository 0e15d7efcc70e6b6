/**
 * Where time goes: events of Java's flight recorder, which cost nothing while nobody records. Start
 * at {@link latentlab.engine.profile.LayerPassEvent}.
 */
@NullMarked
package latentlab.engine.profile;

import org.jspecify.annotations.NullMarked;
