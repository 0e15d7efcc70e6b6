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
    add(trainingMeans, epoch.step(), epoch.training());
    add(validation, epoch.step(), epoch.validation());
    epochEnds.add(epoch.step());
  }

  /** Forgets everything. */
  public void clear() {
    training.clear();
    trainingMeans.clear();
    validation.clear();
    epochEnds.clear();
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
