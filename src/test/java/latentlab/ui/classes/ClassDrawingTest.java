package latentlab.ui.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.progress.Cancellation;
import latentlab.random.Seed;
import latentlab.ui.classes.ClassControls.Hand;
import org.junit.jupiter.api.Test;

class ClassDrawingTest {

  private static final ImageDomain IMAGES =
      new ImageDomain(new ImageShape(8, 8, 1), List.of("a", "b", "c"));

  private final ClassChoices choices = new ClassChoices(List.of(0, 1, 2), 6, 4, 1, 1, 1);

  @Test
  void drawsTheSameImagesInPartsAsAtOnce() {
    try (GenerativeModel model = untrained("conditional-vae")) {
      float[] whole = draw(model, choices, new SheetPart(1, 1, 0, 6)).pixels();
      ImageBatch tail = draw(model, choices, new SheetPart(1, 1, 4, 6));

      assertThat(tail.image(0)).isEqualTo(ImageBatch.unlabelled(IMAGES.shape(), whole).image(4));
    }
  }

  @Test
  void drawsTheMeanCodeAtTemperatureZero() {
    try (GenerativeModel model = untrained("conditional-vae")) {
      ImageBatch cold = draw(model, choices.withTemperature(0), new SheetPart(0, 0, 0, 2));
      ImageBatch warm = draw(model, choices, new SheetPart(0, 0, 0, 2));

      assertThat(cold.image(0)).isEqualTo(cold.image(1));
      assertThat(warm.image(0)).isNotEqualTo(warm.image(1));
    }
  }

  @Test
  void writesAnImageInEveryClass() {
    try (GenerativeModel model = untrained("conditional-vae")) {
      ImageBatch image = ImageBatch.unlabelled(IMAGES.shape(), new float[64]);

      assertThat(ClassDrawing.controls(model).orElseThrow().hand()).isEqualTo(Hand.ENCODED);
      assertThat(ClassDrawing.rewrite(model, image, 2, new Cancellation()).count()).isEqualTo(3);
    }
  }

  @Test
  void searchesForTheCodeOfAnImageWhereThereIsNoEncoder() {
    try (GenerativeModel model = untrained("conditional-gan")) {
      ImageBatch own = draw(model, choices, new SheetPart(0, 2, 0, 1));

      assertThat(ClassDrawing.controls(model).orElseThrow().hand()).isEqualTo(Hand.SEARCHED);
      ImageBatch written = ClassDrawing.rewrite(model, own, 2, new Cancellation());

      assertThat(written.labels()).containsExactly(0, 1, 2);
      assertThat(error(written.image(2), own.image(0)))
          .as("as its own class the image is found again")
          .isLessThan(error(written.image(1), own.image(0)));
      Cancellation cancelled = new Cancellation();
      cancelled.cancel();
      assertThatThrownBy(() -> ClassDrawing.rewrite(model, own, 2, cancelled))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static double error(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  @Test
  void offersNothingForAModelThatIsNotToldTheClass() {
    try (GenerativeModel model = untrained("vae")) {
      assertThat(ClassDrawing.controls(model)).isEqualTo(Optional.empty());
    }
  }

  private static ImageBatch draw(GenerativeModel model, ClassChoices choices, SheetPart part) {
    return ClassDrawing.draw(model, choices, part, new Cancellation());
  }

  private static GenerativeModel untrained(String family) {
    return create(ModelFamilies.discover().named(family));
  }

  private static <C extends Record & ModelConfig> GenerativeModel create(ModelFamily<C> family) {
    return family.create(family.defaultConfig(), IMAGES, new Seed(1));
  }
}
