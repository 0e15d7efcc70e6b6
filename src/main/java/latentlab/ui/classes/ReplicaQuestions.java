package latentlab.ui.classes;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import latentlab.data.ImageBatch;
import latentlab.progress.Cancellation;
import latentlab.training.ModelReplica;

/**
 * Asks a model on its replica's thread.
 *
 * @param replica gives the replica, on the JavaFX thread; a shelved model is opened by that
 */
record ReplicaQuestions(Supplier<ModelReplica> replica) implements ClassModel.Questions {

  @Override
  public CompletableFuture<ImageBatch> draw(
      ClassChoices choices, SheetPart part, Cancellation cancellation) {
    return replica
        .get()
        .ask(
            model -> {
              cancellation.throwIfRequested();
              return ClassDrawing.draw(model, choices, part, cancellation);
            });
  }

  @Override
  public CompletableFuture<ImageBatch> rewrite(
      ImageBatch image, int label, Cancellation cancellation) {
    return replica
        .get()
        .ask(
            model -> {
              cancellation.throwIfRequested();
              return ClassDrawing.rewrite(model, image, label, cancellation);
            });
  }
}
