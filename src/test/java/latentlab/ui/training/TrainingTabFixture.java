package latentlab.ui.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.training.TrainingEvent;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingState;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.Openings;
import latentlab.ui.text.Messages;

/** The training tab with made-up data, family and training; what is background runs at once. */
public final class TrainingTabFixture {

  private static final Executor AT_ONCE = Runnable::run;

  private final FakeTraining training = new FakeTraining();
  private final Deque<Runnable> pulses = new ArrayDeque<>();
  private final TrainingTab tab;

  /** Creates the tab with a family and data, nothing trained. For the JavaFX thread. */
  public TrainingTabFixture(ExplorationSession session) {
    tab = new TrainingTab(context(), Openings.without(session), line -> {}, Messages.load());
    offerFamily(tab);
  }

  /** Gives a tab the made-up family. */
  public static void offerFamily(TrainingTab tab) {
    List<ModelFamily<?>> families = List.of(new SampleFamily());
    tab.form().families().setAll(families);
    tab.form().family().set(families.get(0));
  }

  /** Made-up data, family and training. */
  public TrainingTab.Context context() {
    PulseScheduler atNextFlush = (work, delay) -> pulses.add(work);
    return new TrainingTab.Context(
        new TrainingServices(
            new FakeDatasets(),
            training,
            (task, started) -> replica(),
            (folder, card, weights, losses, description) -> {},
            "test"),
        "synthetic",
        new Seed(1),
        AT_ONCE,
        AT_ONCE,
        atNextFlush);
  }

  public TrainingTab tab() {
    return tab;
  }

  /** The names of the commands that the training was given. */
  public List<String> commands() {
    return training.commands;
  }

  /** Starts a training and lets it go through some epochs. */
  public void train(int epochs, int stepsInEpoch, int epochsToTell) {
    tab.form().request().ifPresent(tab.run()::train);
    training.tell(new StateChanged(TrainingState.RUNNING, ""));
    new SyntheticEvents(epochs, stepsInEpoch)
        .tell(
            epochsToTell,
            event -> {
              training.tell(event);
              if (event instanceof EpochCompleted) {
                flush();
              }
            });
    flush();
  }

  /** Starts a training in a tab that was made of {@link #context()}. */
  public void trainIn(TrainingTab other) {
    offerFamily(other);
    other.form().request().ifPresent(other.run()::train);
    flush();
  }

  /** Tells of something that happened in the training. */
  public void tell(TrainingEvent event) {
    training.tell(event);
    flush();
  }

  /** Ends the training that was started. */
  public void end(TrainingState last, String message) {
    training.end(last, message);
    flush();
  }

  /** Chooses a data set by name. */
  public void chooseDataset(String name) {
    tab.form().datasets().stream()
        .filter(listing -> listing.name().equals(name))
        .forEach(tab.form().dataset()::set);
  }

  /** Types into a field of the form. */
  public void type(String field, String text) {
    ConfigFields config = tab.form().config().get();
    Stream.concat(
            tab.form().plan().stream(), config == null ? Stream.empty() : config.fields().stream())
        .filter(candidate -> candidate.name().equals(field))
        .forEach(candidate -> candidate.text().set(text));
  }

  private void flush() {
    while (!pulses.isEmpty()) {
      pulses.remove().run();
    }
  }

  static ModelReplica replica() {
    return new ModelReplica(
        "test-replica",
        () -> {
          throw new UnsupportedOperationException("never asked");
        });
  }
}
