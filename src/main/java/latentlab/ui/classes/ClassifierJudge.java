package latentlab.ui.classes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.training.ModelReplica;
import latentlab.ui.session.Classifiers;
import latentlab.ui.text.Failures;

/**
 * Asks the classifier of each data set, which is opened when it is needed first and stays open. For
 * the JavaFX thread.
 */
final class ClassifierJudge implements Judge, AutoCloseable {

  private final Classifiers classifiers;
  private final Executor background;
  private final Map<Known, ModelReplica> opened = new HashMap<>();

  ClassifierJudge(Classifiers classifiers, Executor background) {
    this.classifiers = classifiers;
    this.background = background;
  }

  @Override
  public CompletableFuture<List<Verdict>> judge(String dataset, ImageBatch images) {
    return opened
        .computeIfAbsent(new Known(dataset, images.shape()), this::open)
        .ask(model -> verdicts(model, images))
        .exceptionally(
            failure -> {
              if (Failures.cause(failure) instanceof NobodyKnows) {
                return List.of();
              }
              throw new IllegalStateException(Failures.oneLine(failure), failure);
            });
  }

  private ModelReplica open(Known known) {
    return new ModelReplica(
        "classifier",
        () -> classifiers.open(known.dataset(), known.shape()).orElseThrow(NobodyKnows::new));
  }

  private static List<Verdict> verdicts(GenerativeModel model, ImageBatch images) {
    if (!(model instanceof ImageClassifier classifier)) {
      return List.of();
    }
    ImageClassifier.Features all = classifier.probabilities(images);
    return IntStream.range(0, all.count())
        .mapToObj(
            i -> {
              int label = all.greatest(i);
              return new Verdict(label, all.values()[i * all.size() + label]);
            })
        .toList();
  }

  @Override
  public void close() {
    opened.values().forEach(replica -> background.execute(replica::close));
    opened.clear();
  }

  /** What a classifier must have learnt. */
  private record Known(String dataset, ImageShape shape) {}

  /** There is no classifier for such images. */
  private static final class NobodyKnows extends RuntimeException {

    private static final long serialVersionUID = 1;

    NobodyKnows() {
      super("no classifier knows such images", null, false, false);
    }
  }
}
