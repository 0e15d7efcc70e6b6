package latentlab.ui;

import latentlab.ui.compare.FigureSource;
import latentlab.ui.neighbours.TrainingImages;
import latentlab.ui.session.BundledModel;
import latentlab.ui.session.Classifiers;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.TestImages;

/**
 * Where the tabs get what is stored on this machine.
 *
 * @param reader reads the folders of models
 * @param diffusion opens the diffusion model that comes with the program
 * @param classifiers opens what judges images
 * @param testImages gives test images
 * @param trainingImages opens what models have learnt from
 * @param figures measures models
 */
record WindowSources(
    ModelOpening.Reader reader,
    BundledModel diffusion,
    Classifiers classifiers,
    TestImages testImages,
    TrainingImages trainingImages,
    FigureSource figures) {}
