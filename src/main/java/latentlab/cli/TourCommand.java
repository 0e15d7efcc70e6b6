package latentlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.storage.IoReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes pictures of the window. */
@Command(
    name = "tour",
    description = {
      "Open the window without a display, visit every tab in both themes with a model that suits"
          + " it,",
      "and write a picture of each."
    })
final class TourCommand extends LabCommand {

  private static final int LEAST_WIDTH = 1024;
  private static final int LEAST_HEIGHT = 680;
  private static final int MOST = 4096;
  private static final int MOST_EPOCHS = 100;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the pictures go, TAB-THEME.png; made if it is missing.")
  private Path out = Path.of("");

  @Option(
      names = "--size",
      paramLabel = "WxH",
      defaultValue = "1280x800",
      description = "The size of the window in pixels (default: 1280x800).")
  private String size = "";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "3",
      description = "Epochs of the training that is shown (default: 3).")
  private int epochs;

  TourCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    int[] sides = sides();
    Ranges.check("--epochs", epochs, 1, MOST_EPOCHS);
    makeFolder();
    WindowTour.Stops stops =
        new WindowTour.Stops(out, sides[0], sides[1], epochs, common.seed().value());
    List<Path> pictures = context().tour().visit(stops, display, context().cancellation());
    pictures.forEach(
        picture ->
            println(
                common.json()
                    ? new JsonLine().with("out", picture.toString())
                    : picture.toString()));
  }

  private int[] sides() {
    String[] parts = size.split("x", -1);
    try {
      if (parts.length == 2) {
        return new int[] {
          Ranges.check("the width of --size", Integer.parseInt(parts[0]), LEAST_WIDTH, MOST),
          Ranges.check("the height of --size", Integer.parseInt(parts[1]), LEAST_HEIGHT, MOST)
        };
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for anything else that is no size.
    }
    throw new InvalidInputException("--size '" + size + "' is no size; expected such as 1280x800");
  }

  private void makeFolder() {
    try {
      Files.createDirectories(out);
    } catch (IOException failure) {
      throw new OperationFailedException(
          "cannot make the folder '" + out + "': " + IoReason.of(failure), failure);
    }
  }
}
