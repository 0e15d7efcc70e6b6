package latentlab.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.PriorSampler;
import latentlab.models.Reconstructor;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ModelReference;
import latentlab.random.Seed;
import latentlab.training.ModelReplica;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.FixedTestImages;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.StillModel;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PicturesViewModelTest {

  private static final ImageShape SHAPE = new ImageShape(4, 4, 1);
  private static final ImageDomain DOMAIN = new ImageDomain(SHAPE, List.of("a", "b"));

  private final ModelShelf shelf = new ModelShelf(Runnable::run);
  private final ImageInputViewModel input =
      new ImageInputViewModel(FixedTestImages.of(images(0.4f, 0.2f)), Runnable::run, Runnable::run);
  private final PicturesViewModel pictures =
      new PicturesViewModel(shelf, input, Runnable::run, Messages.load());

  @AfterEach
  void close() {
    shelf.close();
  }

  private static ImageBatch images(float... values) {
    float[] pixels = new float[values.length * SHAPE.size()];
    IntStream.range(0, pixels.length).forEach(i -> pixels[i] = values[i / SHAPE.size()]);
    return ImageBatch.unlabelled(SHAPE, pixels);
  }

  private void put(String id, Supplier<GenerativeModel> opener) {
    shelf.add(StillModel.shelved(id, DOMAIN, opener));
  }

  /** The answers of a replica come in order: when it answers this, it has answered all before. */
  private void settle() {
    for (int round = 0; round < 3; round++) {
      for (ShelvedModel model : shelf.models()) {
        ModelReplica replica = shelf.replica(model);
        replica.ask(asked -> true).handle((answer, failure) -> true).join();
      }
    }
  }

  private ModelPictures of(int index) {
    return pictures.models().get().get(index).pictures().get();
  }

  @Test
  void opensNoModelBeforeItIsSeen() {
    List<String> opened = new ArrayList<>();
    put(
        "half",
        () -> {
          opened.add("half");
          return new Halving();
        });

    assertThat(pictures.models().get()).isEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void showsHowEachModelSeesTheFirstTestImageAndWhereItErrs() {
    put("half", Halving::new);
    pictures.show();
    settle();

    assertThat(of(0).reconstruction().orElseThrow().pixels())
        .usingComparatorWithPrecision(1e-6f)
        .containsOnly(0.2f);
    assertThat(of(0).error().orElseThrow().pixels())
        .usingComparatorWithPrecision(1e-6f)
        .containsOnly(0.2f);
    assertThat(of(0).meanError()).isCloseTo(0.04, within(1e-6));
    assertThat(of(0).samples()).isEmpty();
    assertThat(pictures.isSettled()).isTrue();
  }

  @Test
  void givesANewImageToAllModels() {
    put("half", Halving::new);
    put("other", Halving::new);
    pictures.show();
    settle();
    input.next();
    settle();

    assertThat(of(0).reconstruction().orElseThrow().pixels())
        .usingComparatorWithPrecision(1e-6f)
        .containsOnly(0.1f);
    assertThat(of(1).reconstruction().orElseThrow().pixels())
        .usingComparatorWithPrecision(1e-6f)
        .containsOnly(0.1f);
  }

  @Test
  void drawsFromTheSameSeedAndSaysWhatAModelCannotDo() {
    put("seeds", Seeds::new);
    pictures.show();
    settle();
    pictures.chooseSeed(7);
    settle();

    assertThat(of(0).samples().orElseThrow().count()).isEqualTo(PicturesViewModel.SAMPLES);
    assertThat(of(0).samples().orElseThrow().pixels()).containsOnly(0.7f);
    assertThat(of(0).reconstruction()).isEmpty();
    assertThat(of(0).remark()).isNotEmpty();
    assertThat(of(0).searchable()).isFalse();
  }

  @Test
  void tellsWhatIsWrongWithADamagedModelAndShowsTheOthers() {
    put(
        "damaged",
        () -> {
          throw new InvalidInputException("weights are missing");
        });
    put("half", Halving::new);
    pictures.show();
    settle();

    assertThat(of(0).remark()).isEqualTo("weights are missing");
    assertThat(of(1).reconstruction()).isPresent();
  }

  @Test
  void goesBackToTheInputAndTheSeedBefore() {
    put("half", Halving::new);
    put("seeds", Seeds::new);
    pictures.show();
    settle();
    CompareState before = pictures.state();
    input.next();
    pictures.chooseSeed(7);
    settle();
    pictures.restore(before);
    settle();

    assertThat(pictures.state().seed()).isEqualTo(1);
    assertThat(pictures.state().image().orElseThrow().pixels())
        .isEqualTo(before.image().orElseThrow().pixels());
    assertThat(of(0).reconstruction().orElseThrow().pixels()).containsOnly(0.2f);
    assertThat(of(1).samples().orElseThrow().pixels()).containsOnly(0.1f);
  }

  @Test
  void oneTableShowsWhatAllModelsMake() {
    put("half", Halving::new);
    put("nothing", Nothing::new);
    put("seeds", Seeds::new);
    assertThat(pictures.table().images()).isEmpty();
    pictures.show();
    settle();
    PictureTable table = pictures.table();
    ImageBatch images = table.images().orElseThrow();

    assertThat(table.titles()).containsExactly("half", "seeds");
    assertThat(images.count()).isEqualTo(2 * PictureTable.COLUMNS);
    assertThat(images.image(0)).containsOnly(0.4f);
    assertThat(images.image(1)).containsOnly(0.2f);
    assertThat(images.image(2)).containsOnly(0.2f);
    assertThat(images.image(3)).containsOnly(0);
    assertThat(images.image(PictureTable.COLUMNS)).containsOnly(0.4f);
    assertThat(images.image(PictureTable.COLUMNS + 1)).containsOnly(0);
    assertThat(images.image(2 * PictureTable.COLUMNS - 1)).containsOnly(0.1f);
  }

  @Test
  void anOriginTellsSeedAndTestImageAndNothingWrong() {
    ImageOrigin empty =
        ImageOrigin.of(
            new ModelReference("m", "M", "f", Optional.empty(), "d"), CompareOrigin.ACTIVITY);
    ImageOrigin told = CompareOrigin.of(empty, Collections.nCopies(200, "a long title"), 7, 3);

    assertThat(CompareOrigin.isToldBy(told)).isTrue();
    assertThat(told.seed()).hasValue(7);
    assertThat(CompareOrigin.example(told)).hasValue(3);
    assertThat(CompareOrigin.example(empty.with(CompareOrigin.EXAMPLE, "-3"))).isEmpty();
    assertThat(CompareOrigin.example(empty.with(CompareOrigin.EXAMPLE, "1e9"))).isEmpty();
    assertThat(CompareOrigin.isToldBy(empty)).isFalse();
  }

  /** Can do nothing. */
  private static class Nothing extends StillModel {

    Nothing() {
      super(DOMAIN);
    }
  }

  /** Sees everything half as bright. */
  private static final class Halving extends Nothing implements Reconstructor {

    @Override
    public ImageBatch reconstruct(ImageBatch images) {
      float[] pixels = images.pixels().clone();
      IntStream.range(0, pixels.length).forEach(i -> pixels[i] /= 2);
      return ImageBatch.unlabelled(SHAPE, pixels);
    }
  }

  /** Draws images as bright as a tenth of the seed. */
  private static final class Seeds extends Nothing implements PriorSampler {

    @Override
    public ImageBatch sample(int count, Seed seed) {
      float[] pixels = new float[count * SHAPE.size()];
      Arrays.fill(pixels, seed.value() / 10f);
      return ImageBatch.unlabelled(SHAPE, pixels);
    }
  }
}
