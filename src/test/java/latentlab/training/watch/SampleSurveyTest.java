package latentlab.training.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ImageClassifier;
import org.junit.jupiter.api.Test;

class SampleSurveyTest {

  private static final ImageShape ONE_PIXEL = new ImageShape(1, 1, 1);

  @Test
  void measuresTheMeanSquaredDifferenceOfNeighbours() {
    assertThat(SampleSurvey.difference(images(0, 1, 0.5f))).isCloseTo(0.625, within(1e-7));
  }

  @Test
  void comparesDiversityWithThatOfRealImages() {
    SampleSurvey survey = SampleSurvey.of(images(0, 0.5f, 0), 1, Optional.empty());

    assertThat(survey.diversity()).isCloseTo(0.25, within(1e-7));
    assertThat(survey.classShares()).isEmpty();
  }

  @Test
  void countsTheClassesThatAClassifierSees() {
    SampleSurvey survey =
        SampleSurvey.of(images(0, 0.1f, 0.9f, 0.2f), 1, Optional.of(new BrightOrDark()));

    assertThat(survey.classShares()).containsExactly(0.75, 0.25);
    assertThat(survey.classesWith(0.3)).isEqualTo(1);
    assertThat(survey.classesWith(0.25)).isEqualTo(2);
  }

  private static ImageBatch images(float... pixels) {
    return ImageBatch.unlabelled(ONE_PIXEL, pixels);
  }

  /** Class 0 is dark, class 1 is bright. */
  private static final class BrightOrDark implements ImageClassifier {

    @Override
    public Features probabilities(ImageBatch images) {
      float[] values = new float[2 * images.count()];
      for (int i = 0; i < images.count(); i++) {
        values[2 * i] = 1 - images.pixels()[i];
        values[2 * i + 1] = images.pixels()[i];
      }
      return new Features(images.count(), 2, values);
    }

    @Override
    public Features features(ImageBatch images) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double featureDistance(
        ImageBatch images, ImageBatch originals, float scale, float[] gradient) {
      throw new UnsupportedOperationException();
    }
  }
}
