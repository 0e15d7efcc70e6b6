package latentlab.training;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import latentlab.data.Dataset;
import latentlab.failure.UserException;
import latentlab.models.AdversarialTrainer;
import latentlab.models.GenerativeModel;
import latentlab.models.LossTerms;
import latentlab.models.PriorSampler;
import latentlab.training.watch.SampleSurvey;
import latentlab.training.watch.SampleSurveyor;
import latentlab.training.watch.TrainingWarning;
import latentlab.training.watch.TrainingWatch;

/** Tells the listener of an adversarial training what goes wrong in it. For the training thread. */
final class WatchedTraining implements AutoCloseable {

  private final TrainingReporter reporter;
  private final TrainingWatch watch = new TrainingWatch();
  private final List<String> classNames;
  private final Optional<SampleSurveyor> surveyor;
  private Set<TrainingWarning> told = Set.of();

  private WatchedTraining(
      TrainingReporter reporter, List<String> classNames, Optional<SampleSurveyor> surveyor) {
    this.reporter = reporter;
    this.classNames = classNames;
    this.surveyor = surveyor;
  }

  /** Other models than those that are trained by two players are not sampled. */
  static WatchedTraining of(
      GenerativeModel model, Dataset dataset, Judges judges, TrainingReporter reporter) {
    Optional<SampleSurveyor> surveyor =
        model.trainer() instanceof AdversarialTrainer && model instanceof PriorSampler sampler
            ? Optional.of(new SampleSurveyor(sampler, dataset, judgeOf(dataset, judges)))
            : Optional.empty();
    return new WatchedTraining(reporter, dataset.classNames(), surveyor);
  }

  /** What cannot be read only lacks in the charts, and is no reason not to train. */
  private static Optional<GenerativeModel> judgeOf(Dataset dataset, Judges judges) {
    try {
      return judges.open(dataset);
    } catch (UserException problem) {
      System.getLogger(WatchedTraining.class.getName())
          .log(System.Logger.Level.WARNING, "samples are not classified: " + problem.getMessage());
      return Optional.empty();
    }
  }

  void observe(LossTerms loss) {
    watch.observe(loss);
    tell();
  }

  void endEpoch(int epochs) {
    if (surveyor.isPresent()) {
      SampleSurvey survey = surveyor.get().survey();
      watch.observe(survey);
      reporter.send(new TrainingEvent.SamplesSurveyed(epochs, classNames, survey));
      tell();
    }
  }

  private void tell() {
    Set<TrainingWarning> present = watch.warnings();
    if (!present.equals(told)) {
      told = present;
      reporter.send(new TrainingEvent.WarningsChanged(present));
    }
  }

  @Override
  public void close() {
    surveyor.ifPresent(SampleSurveyor::close);
  }
}
