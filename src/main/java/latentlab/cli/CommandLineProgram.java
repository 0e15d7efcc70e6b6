package latentlab.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigField;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ProgramVersion;
import latentlab.progress.Cancellation;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The program's command line: arguments in, an exit code out. */
public final class CommandLineProgram {

  private static final int HELP_WIDTH = 100;

  private final CommandContext context;

  CommandLineProgram(CommandContext context) {
    this.context = context;
  }

  /**
   * Runs one command in this process. Ctrl-C ends it between two pieces of work.
   *
   * @param tour makes pictures of the window
   * @param args the arguments, at least one
   * @return the exit code, one of {@link ExitCode}
   */
  public static int run(WindowTour tour, String... args) {
    Cancellation cancellation = new Cancellation();
    CommandContext context =
        new CommandContext(
            ModelFamilies.discover(),
            DatasetCatalog::ofEnvironment,
            BundledModels.ofProgram(),
            new PrintWriter(System.out, false, Charset.defaultCharset()),
            new PrintWriter(System.err, true, Charset.defaultCharset()),
            Terminal.isWatched(),
            tour,
            cancellation);
    return Interruption.guard(cancellation, () -> new CommandLineProgram(context).execute(args));
  }

  /**
   * Runs one command.
   *
   * @param args the arguments
   * @return the exit code
   */
  int execute(String... args) {
    LatentLabCommand root = new LatentLabCommand();
    CommandLine line = commandLine(root);
    try {
      return line.execute(args);
    } catch (LinkageError | OutOfMemoryError failure) {
      return new FailureReport(context.err(), root.stackTrace()).report(failure);
    } finally {
      context.out().flush();
      context.err().flush();
    }
  }

  private CommandLine commandLine(LatentLabCommand root) {
    CommandLine line = new CommandLine(root);
    commands().forEach(line::addSubcommand);
    line.setOut(context.out())
        .setErr(context.err())
        .setUsageHelpWidth(HELP_WIDTH)
        .setExpandAtFiles(false)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(this::reportMisuse)
        .setExecutionExceptionHandler(
            (failure, command, parsed) ->
                new FailureReport(context.err(), root.stackTrace()).report(failure));
    CommandLine train = line.getSubcommands().get("train");
    if (train != null) {
      train.getCommandSpec().usageMessage().footer(familyHelp());
    }
    String version = "latent-lab " + ProgramVersion.current();
    line.getCommandSpec().version(version);
    line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().version(version));
    return line;
  }

  private List<Object> commands() {
    return List.of(
        new TrainCommand(context),
        new FitPriorCommand(context),
        new GenerateCommand(context),
        new ReconstructCommand(context),
        new InterpolateCommand(context),
        new TransferCommand(context),
        new TranslateCommand(context),
        new DenoiseCommand(context),
        new InpaintCommand(context),
        new EncodeCommand(context),
        new GridCommand(context),
        new DescribeCommand(context),
        new EvaluateCommand(context),
        new CompareCommand(context),
        new FewLabelsCommand(context),
        new PackCommand(context),
        new ModelsCommand(context),
        new DatasetsCommand(context),
        new TourCommand(context),
        new BenchCommand(context));
  }

  /** One line instead of picocli's whole help. */
  private int reportMisuse(ParameterException failure, String[] args) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String message = FailureReport.oneLine(String.valueOf(failure.getMessage()));
    context.err().println("latent-lab: " + message + "; see '" + command + " --help'");
    context.err().flush();
    return ExitCode.INVALID_INPUT;
  }

  private String[] familyHelp() {
    String families =
        context.families().all().stream()
            .map(CommandLineProgram::describe)
            .collect(Collectors.joining("%n"));
    return new String[] {"", "Families and their settings (--set KEY=VALUE):", families};
  }

  private static <C extends Record & ModelConfig> String describe(ModelFamily<C> family) {
    ConfigSchema<C> schema = ConfigSchema.of(family.configType());
    String settings =
        schema.fields().stream()
            .map(field -> "    " + describe(schema, field, family.defaultConfig()))
            .collect(Collectors.joining("%n"));
    return "  " + family.name() + ": " + escaped(family.summary()) + "%n" + settings;
  }

  private static <C extends Record & ModelConfig> String describe(
      ConfigSchema<C> schema, ConfigField field, C defaults) {
    return escaped(
        field.name()
            + " = "
            + schema.textOf(defaults, field)
            + System.lineSeparator()
            + "        "
            + field.setting().help());
  }

  /** Picocli takes help texts as format strings. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }
}
