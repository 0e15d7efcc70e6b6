package latentlab.ui.classes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import latentlab.progress.Cancellation;

/**
 * A model that answers when a test says so; the brightness of its images is class/10 + index/100.
 */
final class PatientModel implements ClassModel.Questions {

  static final ImageShape SHAPE = new ImageShape(2, 2, 1);
  static final List<String> CLASSES = List.of("zero", "one", "two");

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();

  ClassModel model(String id, ClassControls controls) {
    return new ClassModel(id, id, new ImageDomain(SHAPE, CLASSES), "some", controls, this);
  }

  @Override
  public CompletableFuture<ImageBatch> draw(
      ClassChoices choices, SheetPart part, Cancellation cancellation) {
    asked.add("seed " + choices.seed() + " class " + part.label() + " from " + part.from());
    float[] pixels = new float[part.count() * SHAPE.size()];
    for (int i = 0; i < part.count(); i++) {
      float grey = part.label() / 10f + (part.from() + i) / 100f;
      Arrays.fill(pixels, i * SHAPE.size(), (i + 1) * SHAPE.size(), grey);
    }
    return later(
        () -> {
          cancellation.throwIfRequested();
          return ImageBatch.unlabelled(SHAPE, pixels);
        });
  }

  @Override
  public CompletableFuture<ImageBatch> rewrite(
      ImageBatch image, int label, Cancellation cancellation) {
    asked.add("rewrite " + label);
    return later(
        () -> {
          cancellation.throwIfRequested();
          return ImageBatch.unlabelled(SHAPE, new float[CLASSES.size() * SHAPE.size()]);
        });
  }

  private <T> CompletableFuture<T> later(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    waiting.add(
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer;
  }

  /** What was asked since the last time. */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  void answerOne() {
    waiting.remove().run();
  }

  void answerAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
