package latentlab.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.progress.Cancellation;

/**
 * What the commands work with, given from outside so that tests can give their own.
 *
 * @param families the families of models there are
 * @param datasets the data sets there are; asked only by commands that need them
 * @param bundled the models that come with the program
 * @param out what the user asked for goes here: standard output
 * @param err everything else goes here: standard error
 * @param terminal whether somebody watches standard error, so that a progress bar is of use
 * @param tour makes pictures of the window
 * @param cancellation requested when the user presses Ctrl-C
 */
record CommandContext(
    ModelFamilies families,
    Supplier<DatasetCatalog> datasets,
    BundledModels bundled,
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    WindowTour tour,
    Cancellation cancellation) {

  /**
   * A display for long work.
   *
   * @param common says whether the output is read by a program
   * @return a progress bar on a terminal, otherwise one that stays silent
   */
  WorkDisplay display(CommonOptions common) {
    return terminal && !common.json() ? new ProgressBarDisplay(out, err) : new SilentDisplay(out);
  }
}
