package latentlab.ui.training.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentlab.models.LossTerms;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.StepCompleted;

/** Every loss of one training, term by term, in full. For the JavaFX thread; needs no toolkit. */
public final class LossHistory {

  /** The name of the sum of all terms, which training minimises. */
  public static final String TOTAL = "total";

  private final Map<String, Curve> training = new LinkedHashMap<>();
  private final Map<String, Curve> trainingMeans = new LinkedHashMap<>();
  private final Map<String, Curve> validation = new LinkedHashMap<>();
  private final List<Long> epochEnds = new ArrayList<>();
  private long expectedStepsInEpoch = 1;

  /**
   * Tells how long an epoch will be, before the first is over.
   *
   * @param steps at least 1
   */
  public void expect(long steps) {
    expectedStepsInEpoch = Math.max(1, steps);
  }

  /**
   * How long an epoch is: all of one training are equally long.
   *
   * @return steps, at least 1
   */
  public double stepsInEpoch() {
    int last = epochEnds.size() - 1;
    return last < 0
        ? expectedStepsInEpoch
        : Math.max(1, (double) epochEnds.get(last) / epochEnds.size());
  }

  /**
   * Adds the loss of a step.
   *
   * @param step what was done
   */
  public void add(StepCompleted step) {
    add(training, step.step(), step.loss());
  }

  /**
   * Adds the losses of an epoch.
   *
   * @param epoch what was done
   */
  public void add(EpochCompleted epoch) {
    addEpoch(epoch.step(), epoch.training(), epoch.validation());
  }

  /**
   * Adds the losses of an epoch.
   *
   * @param step the number of steps made by its end, more than by the end of the one before
   * @param mean the mean training loss over it
   * @param after the validation loss after it
   */
  public void addEpoch(long step, LossTerms mean, LossTerms after) {
    add(trainingMeans, step, mean);
    add(validation, step, after);
    epochEnds.add(step);
  }

  /**
   * Adds the training loss of a step, for one term alone.
   *
   * @param term its name
   * @param step the number of steps made, more than at the point before
   * @param value what was measured
   */
  public void addTraining(String term, long step, double value) {
    training.computeIfAbsent(term, t -> new Curve()).add(step, value);
  }

  /**
   * The names of the terms. A term may begin or end in the course of a training.
   *
   * @return the total first, then its parts in the model's order, those that began later after
   *     them; empty before the first loss
   */
  public List<String> terms() {
    Set<String> terms = new LinkedHashSet<>(training.keySet());
    terms.addAll(trainingMeans.keySet());
    terms.addAll(validation.keySet());
    return List.copyOf(terms);
  }

  /**
   * A term's loss by step, on the training data.
   *
   * @param term one of {@link #terms()}
   * @return its points; empty for an unknown term
   */
  public Curve training(String term) {
    return training.getOrDefault(term, new Curve());
  }

  /**
   * A term's mean loss over each epoch, on the training data.
   *
   * @param term one of {@link #terms()}
   * @return its points; empty for an unknown term
   */
  public Curve trainingMeans(String term) {
    return trainingMeans.getOrDefault(term, new Curve());
  }

  /**
   * A term's loss after each epoch, on the validation data.
   *
   * @param term one of {@link #terms()}
   * @return its points; empty for an unknown term
   */
  public Curve validation(String term) {
    return validation.getOrDefault(term, new Curve());
  }

  /**
   * Where the epochs end.
   *
   * @return the number of steps made by the end of each epoch
   */
  public List<Long> epochEnds() {
    return List.copyOf(epochEnds);
  }

  private static void add(Map<String, Curve> curves, long step, LossTerms loss) {
    curves.computeIfAbsent(TOTAL, term -> new Curve()).add(step, loss.total());
    loss.parts()
        .forEach((term, value) -> curves.computeIfAbsent(term, t -> new Curve()).add(step, value));
  }
}
