package latentlab.ui.classes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import latentlab.data.ImageBatch;

/**
 * What the tab was told: what a step back brings back. Immutable.
 *
 * @param choices empty without a model
 * @param image whose hand is kept, [1, height, width, channels], if there is one
 * @param label what the user said that it shows; empty if that came from elsewhere
 * @param beside ids of the models that are to draw the same, in the order of choice
 */
record ClassesState(
    Optional<ClassChoices> choices,
    Optional<ImageBatch> image,
    OptionalInt label,
    List<String> beside) {}
