package latentlab.training;

import java.util.HashSet;
import java.util.Set;
import latentlab.models.storage.ProgramVersion;

/**
 * Runs trainings one after another on the thread {@code latent-lab-training}, which makes, trains
 * and closes each model. Any thread may call.
 */
public final class TrainingService implements AutoCloseable {

  /** The name of the thread that trains. */
  public static final String THREAD_NAME = "latent-lab-training";

  private final TrainingSurroundings surroundings;
  private final OwnerThread thread = new OwnerThread(THREAD_NAME, Thread.MIN_PRIORITY);
  private final Set<TrainingRun> active = new HashSet<>();
  private boolean closed;

  /**
   * Creates a service on which nothing runs yet.
   *
   * @param judges find the classifier that tells what samples are of; called by the training thread
   */
  public TrainingService(Judges judges) {
    this(
        new TrainingSurroundings(
            ProgramVersion.current(), CheckpointFolder::new, judges, System::nanoTime));
  }

  TrainingService(TrainingSurroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Starts a training that runs by itself: {@link StartMode#UNATTENDED}.
   *
   * @param task what is to be trained
   * @param listener is told what happens, on the training thread
   * @return the training under way
   * @throws IllegalStateException if this service is closed
   */
  public Training start(TrainingTask task, TrainingListener listener) {
    return start(task, listener, StartMode.UNATTENDED);
  }

  /**
   * Starts a training; returns at once. Whatever is wrong with the task ends the training as
   * failed, with a message, and is not thrown here.
   *
   * @param task what is to be trained
   * @param listener is told what happens, on the training thread; what it throws is logged
   * @param mode how it begins, and whether somebody is there to help it
   * @return the training under way
   * @throws IllegalStateException if this service is closed
   */
  public Training start(TrainingTask task, TrainingListener listener, StartMode mode) {
    TrainingRun run = new TrainingRun(task, listener, mode, surroundings);
    synchronized (active) {
      if (closed) {
        throw new IllegalStateException("the training service is closed");
      }
      active.add(run);
      thread.execute(() -> runAndForget(run));
    }
    return run;
  }

  private void runAndForget(TrainingRun run) {
    run.run();
    synchronized (active) {
      active.remove(run);
    }
  }

  /**
   * Stops what runs and what waits to run, and ends the thread. Returns when it has ended: after
   * the present step and, with a checkpoint folder, its checkpoint; so the JavaFX thread lets
   * another one call this. The training thread itself may call it and does not wait.
   */
  @Override
  public void close() {
    synchronized (active) {
      closed = true;
      active.forEach(TrainingRun::stop);
    }
    thread.close(() -> {});
  }
}
