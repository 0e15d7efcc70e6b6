package latentlab.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import latentlab.models.LossTerms;
import latentlab.training.TrainingEvent;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.SamplesSurveyed;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingEvent.WarningsChanged;
import latentlab.training.TrainingListener;
import latentlab.training.watch.SampleSurvey;
import latentlab.training.watch.TrainingWarning;

/** Shows a training: a line for each epoch, and the progress by steps. */
final class TrainingDisplay implements TrainingListener {

  private static final double NANOS_PER_SECOND = 1e9;

  private final WorkDisplay display;
  private final boolean json;
  private final long startNanos;
  private final Set<TrainingWarning> told = EnumSet.noneOf(TrainingWarning.class);
  private double imagesPerSecond;

  /**
   * Starts the clock.
   *
   * @param display where it is shown
   * @param json whether epochs are printed as JSON objects
   */
  TrainingDisplay(WorkDisplay display, boolean json) {
    this.display = display;
    this.json = json;
    this.startNanos = System.nanoTime();
  }

  @Override
  public void onEvent(TrainingEvent event) {
    if (event instanceof StepCompleted step) {
      imagesPerSecond = step.imagesPerSecond();
      display.report(step.step(), step.stepsInAll(), "training");
      display.note(String.format(Locale.ROOT, "loss %.4g", step.loss().total()));
    } else if (event instanceof EpochCompleted epoch) {
      display.println(json ? jsonOf(epoch) : textOf(epoch));
    } else if (event instanceof SamplesSurveyed samples) {
      display.println(json ? jsonOf(samples) : textOf(samples));
    } else if (event instanceof WarningsChanged warnings) {
      warn(warnings.present());
    }
  }

  /** Each problem is told once. */
  private void warn(Set<TrainingWarning> present) {
    for (TrainingWarning warning : present) {
      if (told.add(warning)) {
        display.println(
            json
                ? new JsonLine().with("warning", warning.name().toLowerCase(Locale.ROOT)).toString()
                : "warning: " + warning.problem() + " " + warning.remedy());
      }
    }
  }

  private static String textOf(SamplesSurveyed samples) {
    SampleSurvey survey = samples.survey();
    String classes =
        survey.classShares().stream()
            .map(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share))
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "epoch %d  samples differ %.2f times as much as images%s",
        samples.epoch(),
        survey.diversity(),
        classes.isEmpty() ? "" : "; classes " + classes);
  }

  private static String jsonOf(SamplesSurveyed samples) {
    SampleSurvey survey = samples.survey();
    JsonLine line = new JsonLine().with("epoch", samples.epoch());
    line.with("sample_diversity", survey.diversity());
    for (int k = 0; k < survey.classShares().size(); k++) {
      line.with("class_" + k, survey.classShares().get(k));
    }
    return line.toString();
  }

  private String textOf(EpochCompleted epoch) {
    return String.format(
        Locale.ROOT,
        "epoch %d/%d  training %s  validation %s  %,.0f images/s",
        epoch.epoch(),
        epoch.epochs(),
        textOf(epoch.training()),
        textOf(epoch.validation()),
        imagesPerSecond);
  }

  private static String textOf(LossTerms loss) {
    String parts =
        loss.parts().entrySet().stream()
            .map(part -> String.format(Locale.ROOT, "%s %.4g", part.getKey(), part.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(Locale.ROOT, "%.4g", loss.total()) + (loss.parts().isEmpty() ? "" : parts);
  }

  private String jsonOf(EpochCompleted epoch) {
    JsonLine line =
        new JsonLine()
            .with("epoch", epoch.epoch())
            .with("epochs", epoch.epochs())
            .with("step", epoch.step());
    addLoss(line, "train", epoch.training());
    addLoss(line, "validation", epoch.validation());
    return line.with("images_per_second", rounded(imagesPerSecond, 10))
        .with("seconds", rounded((System.nanoTime() - startNanos) / NANOS_PER_SECOND, 1000))
        .toString();
  }

  private static void addLoss(JsonLine line, String prefix, LossTerms loss) {
    line.with(prefix + "_total", loss.total());
    for (Map.Entry<String, Double> part : loss.parts().entrySet()) {
      line.with(prefix + "_" + part.getKey(), part.getValue());
    }
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
