package latentlab.ui.startup;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import latentlab.models.ModelFamilies;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ShelvedModel;

/**
 * What is done at the start, in this order, on a background thread.
 *
 * @param engine loads the native libraries; on the very first start this takes long
 * @param families finds the families of models
 * @param storedModels finds the models that come with the program; those that are damaged are left
 *     out
 * @param firstModel opens the model to begin with, or gives nothing if there is none; its failure
 *     is told and leaves the window usable
 */
public record StartupSteps(
    Runnable engine,
    Supplier<ModelFamilies> families,
    Function<ModelFamilies, List<ShelvedModel>> storedModels,
    Function<ModelFamilies, Optional<ExploredModel>> firstModel) {}
