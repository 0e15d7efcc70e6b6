/**
 * The command line: what the program does without a window.
 *
 * <p>Start at {@link latentlab.cli.CommandLineProgram}, which turns arguments into an exit code.
 * One class is one command ({@link latentlab.cli.TrainCommand} and so on); options that several
 * commands take are mixins ({@link latentlab.cli.CommonOptions}, {@link latentlab.cli.DataOptions},
 * {@link latentlab.cli.ModelOption}). A command checks everything it was given before it starts to
 * work, asks a model for capabilities and never for the name of its family, and fails by throwing a
 * {@link latentlab.failure.UserException}, which {@link latentlab.cli.FailureReport} turns into one
 * line.
 */
@NullMarked
package latentlab.cli;

import org.jspecify.annotations.NullMarked;
