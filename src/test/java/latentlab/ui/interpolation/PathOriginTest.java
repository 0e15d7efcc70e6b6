package latentlab.ui.interpolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.property.ImageProperty;
import latentlab.models.CodePath;
import latentlab.models.LatentCodes;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.models.origin.ModelReference;
import latentlab.training.ModelReplica;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PathOriginTest {

  private static final ImageOrigin EMPTY =
      ImageOrigin.of(new ModelReference("m", "M", "f", Optional.empty(), "d"), "interpolation");
  private static final PathPlan PRESENT =
      new PathPlan(
          List.of(Anchor.sampled(8, 0), Anchor.sampled(9, 0)),
          CodePath.SPHERICAL,
          14,
          Attribute.NONE,
          1);

  private final ModelReplica replica = new ModelReplica("plane", PlaneModel.Both::new);
  private final PathSpace space =
      new PathSpace(new PlaneModel().images(), 2, 3, PathSpace.Encoding.ENCODER, true, replica);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void aWayComesBackWithThePointOfAnAnchorThatWasAnImage() {
    PathPlan plan =
        new PathPlan(
            List.of(
                Anchor.of(PlaneModel.image(0.5f, 1), 1),
                Anchor.sampled(5, 0),
                Anchor.at(List.of(-3f, 4f), 1)),
            CodePath.LINEAR,
            9,
            new Attribute.Measured(ImageProperty.SLANT),
            -1.5);
    PathPlan back = PathOrigin.plan(told(plan, 0.5f, 1), space, PRESENT);

    assertThat(back)
        .isEqualTo(
            new PathPlan(
                List.of(
                    Anchor.at(List.of(0.5f, 1f), 1),
                    Anchor.sampled(5, 0),
                    Anchor.at(List.of(-3f, 4f), 1)),
                CodePath.LINEAR,
                9,
                new Attribute.Measured(ImageProperty.SLANT),
                -1.5));
    assertThat(PathOrigin.position(told(plan, 0.5f, 1))).hasValue(0.25);
  }

  @Test
  void aDifferenceOfClassesComesBack() {
    PathPlan plan =
        new PathPlan(PRESENT.anchors(), CodePath.LINEAR, 9, new Attribute.Classes(1, 0), 2);
    ImageOrigin origin =
        PathOrigin.of(
            EMPTY,
            new DrawnStrip(
                ImageBatch.unlabelled(PlaneModel.SHAPE, new float[18]), plan, seeds(8, 9)),
            false,
            0);

    assertThat(PathOrigin.plan(origin, space, PRESENT)).isEqualTo(plan);
  }

  @Test
  void thePointCountsWhereTheSeedGivesAnotherOne() {
    ImageOrigin origin =
        EMPTY
            .withCodes(new LatentCodes(2, 2, new float[] {1, 2, 3, 4}))
            .with(PathOrigin.ANCHORS, "seed 1;seed 2");

    assertThat(PathOrigin.plan(origin, space, PRESENT).anchors())
        .containsExactly(Anchor.at(List.of(1f, 2f), 0), Anchor.at(List.of(3f, 4f), 0));
  }

  @Test
  void whatCannotBeUsedChangesNothing() {
    ImageOrigin hostile =
        EMPTY
            .withCodes(new LatentCodes(2, 3, new float[6]))
            .withClasses(List.of(255))
            .with(PathOrigin.ANCHORS, "point;point")
            .with(PathOrigin.WAY, "sideways")
            .with(PathOrigin.PICTURES, "99999999999")
            .with(PathOrigin.ATTRIBUTE, "classes 0 99")
            .with(PathOrigin.STRENGTH, "NaN")
            .with(PathOrigin.POSITION, "1e9");

    assertThat(PathOrigin.plan(hostile, space, PRESENT)).isEqualTo(PRESENT);
    assertThat(PathOrigin.position(hostile)).isEmpty();
    assertThat(
            PathOrigin.plan(EMPTY.with(PathOrigin.ANCHORS, "seed 1;".repeat(90)), space, PRESENT))
        .isEqualTo(PRESENT);
    assertThat(PathOrigin.plan(EMPTY.with(PathOrigin.ANCHORS, "seed 1"), space, PRESENT))
        .isEqualTo(PRESENT);
    assertThat(
            PathOrigin.plan(
                    EMPTY.with(PathOrigin.ATTRIBUTE, "classes").with(PathOrigin.ANCHORS, "?"),
                    space,
                    PRESENT)
                .attribute())
        .isEqualTo(Attribute.NONE);
  }

  @Test
  void pointsFarOutsideAreBroughtNearer() {
    ImageOrigin origin =
        EMPTY
            .withCodes(new LatentCodes(2, 2, new float[] {3e38f, -3e38f, 0, 1}))
            .withClasses(List.of(1, 200))
            .with(PathOrigin.ANCHORS, "point;point");

    assertThat(PathOrigin.plan(origin, space, PRESENT).anchors())
        .containsExactly(Anchor.at(List.of(1e6f, -1e6f), 1), Anchor.at(List.of(0f, 1f), 0));
  }

  /** As it comes out of a file; the first anchor has the code given. */
  private ImageOrigin told(PathPlan plan, float first, float second) {
    float[] random = space.sampled(5);
    LatentCodes stops =
        new LatentCodes(3, 2, new float[] {first, second, random[0], random[1], -3, 4});
    ImageBatch images = ImageBatch.unlabelled(PlaneModel.SHAPE, new float[18]);
    ImageOrigin origin = PathOrigin.of(EMPTY, new DrawnStrip(images, plan, stops), true, 0.25);
    return ImageOriginJson.read("test", ImageOriginJson.write(origin));
  }

  private LatentCodes seeds(long first, long second) {
    float[] from = space.sampled(first);
    float[] to = space.sampled(second);
    return new LatentCodes(2, 2, new float[] {from[0], from[1], to[0], to[1]});
  }
}
