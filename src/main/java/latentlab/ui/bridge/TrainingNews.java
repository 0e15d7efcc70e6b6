package latentlab.ui.bridge;

import java.util.List;
import java.util.Optional;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.SamplesSurveyed;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingEvent.WarningsChanged;

/**
 * What happened in a training since the last news: every step and every epoch, but only the latest
 * of what replaces what was before. Immutable.
 *
 * @param steps every step, in order
 * @param epochs every epoch, in order, without pictures
 * @param pictures those of the last epoch, if one was completed
 * @param surveys every survey of samples, in order
 * @param warnings the problems seen now, if they have changed
 * @param state the latest change of state, if there was one
 */
public record TrainingNews(
    List<StepCompleted> steps,
    List<EpochCompleted> epochs,
    Optional<EpochPictures> pictures,
    List<SamplesSurveyed> surveys,
    Optional<WarningsChanged> warnings,
    Optional<StateChanged> state) {

  /** Copies the lists. */
  public TrainingNews {
    steps = List.copyOf(steps);
    epochs = List.copyOf(epochs);
    surveys = List.copyOf(surveys);
  }
}
