package latentlab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OneLine;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells how a picture that this program wrote was made. */
@Command(
    name = "describe",
    description = {
      "Tell how a PNG that Latent Lab wrote was made: its model and the hash of the weights,"
          + " codes,",
      "seed, classes and sampler. Such a picture can be dropped on the window to go on from there."
    })
final class DescribeCommand extends LabCommand {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Codes beyond these are counted but not printed; {@code --json} prints all. */
  private static final int MOST_PRINTED = 32;

  @Parameters(paramLabel = "FILE.png", description = "A picture.")
  private String name = "";

  DescribeCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Path file = Paths.readableFile("FILE.png", Paths.parse("FILE.png", name));
    ImageOrigin origin =
        DescribedPicture.read(file)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        file
                            + ": does not tell how it was made; expected a PNG that Latent Lab"
                            + " wrote"));
    if (common.json()) {
      println(new JsonLine().with("file", file.toString()).with("origin", fields(origin)));
    } else {
      print(origin);
    }
  }

  private static Map<?, ?> fields(ImageOrigin origin) {
    try {
      return JSON.readValue(ImageOriginJson.write(origin), Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written as JSON is none", e);
    }
  }

  private void print(ImageOrigin origin) {
    line("made by", origin.activity());
    line("model", origin.model().title());
    line("family", origin.model().family());
    line("trained on", origin.model().dataset());
    origin.model().weightsHash().ifPresent(hash -> line("weights", "sha-256 " + hash));
    origin.seed().ifPresent(seed -> line("seed", Long.toString(seed)));
    if (!origin.classes().isEmpty()) {
      line("classes", joined(origin.classes()));
    }
    origin
        .way()
        .ifPresent(
            way ->
                line(
                    "sampler",
                    String.format(
                        "%s, %d steps, eta %s, guidance %s",
                        way.sampler(), way.steps(), way.eta(), way.guidance())));
    origin.temperature().ifPresent(value -> line("temperature", Double.toString(value)));
    printCodes(origin.codes());
    origin.details().forEach(this::line);
  }

  private void printCodes(List<List<Float>> codes) {
    for (int i = 0; i < Math.min(codes.size(), MOST_PRINTED); i++) {
      line(codes.size() == 1 ? "code" : "code " + (i + 1), joined(codes.get(i)));
    }
    if (codes.size() > MOST_PRINTED) {
      line("codes", codes.size() + " in all; --json prints them");
    }
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** What comes from a file may hold control characters. */
  private void line(String what, String text) {
    println(String.format("%-12s %s", OneLine.of(what), OneLine.of(text)));
  }
}
