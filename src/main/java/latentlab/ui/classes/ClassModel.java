package latentlab.ui.classes;

import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.models.ImageDomain;
import latentlab.progress.Cancellation;

/**
 * A model of which images of a class can be asked.
 *
 * @param id tells it from others
 * @param title the name for people
 * @param images their size and classes
 * @param dataset the name of the data that it has learnt
 * @param controls what can be chosen
 * @param questions reaches the model
 */
record ClassModel(
    String id,
    String title,
    ImageDomain images,
    String dataset,
    ClassControls controls,
    Questions questions) {

  /** Reaches the live model. Answers come on a thread of its own. */
  interface Questions {

    /**
     * Some images.
     *
     * @param choices what is wanted
     * @param part which of it
     * @param cancellation ends the work, where it takes long
     * @return [part.count, height, width, channels]
     */
    CompletableFuture<ImageBatch> draw(
        ClassChoices choices, SheetPart part, Cancellation cancellation);

    /**
     * An image in the hand of another, one for each class.
     *
     * @param image [1, height, width, channels]
     * @param label the class that it is taken for
     * @param cancellation ends the work, where it takes long
     * @return [classes, height, width, channels]
     */
    CompletableFuture<ImageBatch> rewrite(ImageBatch image, int label, Cancellation cancellation);
  }
}
