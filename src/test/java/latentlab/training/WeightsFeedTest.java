package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;

class WeightsFeedTest {

  private static final long MILLISECOND = 1_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final MeanImageModel model =
      new MeanImageModel(
          new MeanImageConfig(0.1),
          new ImageDomain(Tasks.SHAPE, List.of()),
          new Seed(1),
          step -> {});
  private final WeightsFeed feed = new WeightsFeed();
  private final WeightsKeeper keeper = new WeightsKeeper(model, feed, now::get);

  @Test
  void isEmptyUntilThereIsAModel() {
    assertThat(feed.latest().isEmpty()).isTrue();
    keeper.take(0);
    assertThat(feed.latest().isEmpty()).isFalse();
  }

  @Test
  void copiesForAReaderButNotMoreOftenThanEveryHundredMilliseconds() {
    keeper.take(0);
    now.addAndGet(110 * MILLISECOND);
    assertThat(keeper.isDue(1)).isFalse();
    feed.latest();
    assertThat(keeper.isDue(1)).isTrue();
    keeper.take(1);
    feed.latest();
    now.addAndGet(99 * MILLISECOND);
    assertThat(keeper.isDue(2)).isFalse();
    now.addAndGet(MILLISECOND);
    assertThat(keeper.isDue(3)).isTrue();
  }

  @Test
  void copiesAfterAHundredStepsWithoutAReader() {
    keeper.take(0);
    assertThat(keeper.isDue(99)).isFalse();
    assertThat(keeper.isDue(100)).isTrue();
  }

  @Test
  void neverHandsOverWeightsThatAreNotFinite() {
    keeper.take(0);
    keeper.confirm();
    WeightsFeed.Snapshot good = feed.latest();
    model.setWeights(new Tensors(Map.of("mean", Tensor.vector(1, 2, Float.NaN, 4, 5, 6))));

    assertThat(keeper.take(1)).isFalse();
    assertThat(feed.latest()).isSameAs(good);
  }

  @Test
  void fallsBackToTheLastWeightsThatWereConfirmed() {
    keeper.take(0);
    keeper.confirm();
    WeightsFeed.Snapshot good = feed.latest();
    keeper.take(1);
    assertThat(feed.latest().step()).isEqualTo(1);

    assertThat(keeper.fallBack()).isZero();
    assertThat(feed.latest()).isSameAs(good);
  }
}
