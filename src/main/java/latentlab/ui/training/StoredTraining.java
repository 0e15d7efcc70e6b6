package latentlab.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.models.LossTerms;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.training.LossSum;
import latentlab.training.TrainingCurves;
import latentlab.training.TrainingHistory;
import latentlab.training.TrainingPlace;
import latentlab.training.TrainingRecord;
import latentlab.ui.training.chart.Curve;
import latentlab.ui.training.chart.LossHistory;

/**
 * A training that was stored with its losses.
 *
 * @param name of its folder
 * @param details what was trained, in one line
 * @param history what was measured
 */
record StoredTraining(String name, String details, LossHistory history) {

  /**
   * Reads what a folder says about a training; may block.
   *
   * @param folder a checkpoint's, or that of a model saved with its losses
   * @return the training, owned by the caller
   * @throws latentlab.failure.UserException if the folder holds no sound training
   */
  static StoredTraining read(Path folder) {
    ModelFamilies families = ModelFamilies.discover();
    ModelCard card = new ModelFolder(folder).readCard(families);
    TrainingCurves curves = TrainingCurves.read(folder);
    return new StoredTraining(
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
        RunDetails.of(families.named(card.family()), card.config(), card.provenance().dataset()),
        historyOf(curves));
  }

  /** The losses as charts draw them. */
  static LossHistory historyOf(TrainingCurves curves) {
    LossHistory history = new LossHistory();
    curves.steps().forEach((term, points) -> addSteps(history, term, points));
    for (TrainingHistory.Epoch epoch : curves.place().record().history().epochs()) {
      history.addEpoch(epoch.step(), epoch.training(), epoch.validation());
    }
    return history;
  }

  private static void addSteps(LossHistory history, String term, TrainingCurves.Points points) {
    for (int i = 0; i < points.steps().length; i++) {
      history.addTraining(term, points.steps()[i], points.values()[i]);
    }
  }

  /**
   * The losses as they are stored.
   *
   * @param history what was measured so far
   * @param plannedEpochs of the training
   * @return a copy
   */
  static TrainingCurves curvesOf(LossHistory history, int plannedEpochs) {
    List<TrainingHistory.Epoch> epochs = new ArrayList<>();
    long last = 0;
    for (long end : history.epochEnds()) {
      epochs.add(new TrainingHistory.Epoch(end, means(history, end), validation(history, end)));
      last = end;
    }
    Map<String, TrainingCurves.Points> steps = new LinkedHashMap<>();
    for (String term : history.terms()) {
      Curve curve = history.training(term);
      if (curve.size() > 0) {
        steps.put(term, pointsOf(curve));
        last = Math.max(last, curve.step(curve.size() - 1));
      }
    }
    return new TrainingCurves(
        new TrainingPlace(
            plannedEpochs,
            new TrainingRecord(last, new TrainingHistory(epochs), LossSum.NONE, Optional.empty())),
        steps);
  }

  private static TrainingCurves.Points pointsOf(Curve curve) {
    long[] steps = new long[curve.size()];
    float[] values = new float[curve.size()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = curve.step(i);
      values[i] = (float) curve.value(i);
    }
    return new TrainingCurves.Points(steps, values);
  }

  private static LossTerms means(LossHistory history, long step) {
    Map<String, Double> parts = new LinkedHashMap<>();
    history.terms().forEach(term -> put(parts, term, history.trainingMeans(term), step));
    return terms(parts);
  }

  private static LossTerms validation(LossHistory history, long step) {
    Map<String, Double> parts = new LinkedHashMap<>();
    history.terms().forEach(term -> put(parts, term, history.validation(term), step));
    return terms(parts);
  }

  private static LossTerms terms(Map<String, Double> values) {
    Double total = values.remove(LossHistory.TOTAL);
    return new LossTerms(total == null ? Double.NaN : total, values);
  }

  private static void put(Map<String, Double> parts, String term, Curve curve, long step) {
    int at = curve.last((double) step);
    if (at >= 0 && curve.step(at) == step) {
      parts.put(term, curve.value(at));
    }
  }
}
