package latentlab.ui.training;

import java.nio.file.Path;
import java.util.Map;
import latentlab.models.storage.ModelCard;
import latentlab.storage.FileContent;
import latentlab.storage.Tensors;
import latentlab.training.ModelReplica;
import latentlab.training.Training;
import latentlab.training.TrainingListener;
import latentlab.training.TrainingTask;

/**
 * What the training tab asks others to do. Called on background threads.
 *
 * @param datasets where data comes from
 * @param starter starts a training
 * @param replicas make a second model that follows a training
 * @param writer stores a model
 * @param programVersion is written into stored models
 */
public record TrainingServices(
    DatasetSource datasets,
    Starter starter,
    Replicas replicas,
    Writer writer,
    String programVersion) {

  /** Starts trainings, as {@link latentlab.training.TrainingService#start} does. */
  @FunctionalInterface
  public interface Starter {

    /**
     * Starts a training and returns at once.
     *
     * @param task what is to be trained
     * @param listener is told what happens
     * @return the training under way
     */
    Training start(TrainingTask task, TrainingListener listener);
  }

  /** Makes models for exploring. */
  @FunctionalInterface
  public interface Replicas {

    /**
     * Makes a model with the weights of a training, now and as they change.
     *
     * @param task what is being trained
     * @param training gives the weights
     * @return a replica that belongs to the caller
     */
    ModelReplica following(TrainingTask task, Training training);
  }

  /** Stores models. */
  @FunctionalInterface
  public interface Writer {

    /**
     * Writes a model, beside first and then moved.
     *
     * @param folder where to; made if it is absent
     * @param card what is known about the model
     * @param weights its weights
     * @param trainingFiles further files by name, with the losses of the training
     * @param description the model in words, as Markdown
     * @throws latentlab.failure.UserException if that cannot be done
     */
    void write(
        Path folder,
        ModelCard card,
        Tensors weights,
        Map<String, FileContent> trainingFiles,
        String description);
  }
}
