package latentlab.ui;

import latentlab.ui.compare.FigureSource;
import latentlab.ui.input.ExampleImages;
import latentlab.ui.session.BundledModel;
import latentlab.ui.session.Classifiers;
import latentlab.ui.session.ModelOpening;

/**
 * Where the tabs get what is stored on this machine.
 *
 * @param reader reads the folders of models
 * @param diffusion opens the diffusion model that comes with the program
 * @param classifiers opens what judges images
 * @param examples gives test images
 * @param figures measures models
 */
record WindowSources(
    ModelOpening.Reader reader,
    BundledModel diffusion,
    Classifiers classifiers,
    ExampleImages examples,
    FigureSource figures) {}
