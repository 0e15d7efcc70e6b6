package latentlab.evaluation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectionTest {

  private static final Seed SEED = new Seed(3);

  static List<Projection> iterative() {
    return List.of(new TsneProjection(), new UmapProjection());
  }

  static List<Projection> all() {
    return List.of(new PrincipalPlane(), new TsneProjection(), new UmapProjection());
  }

  @ParameterizedTest
  @MethodSource("iterative")
  void clustersStayApartAndNeighboursStayNeighbours(Projection projection) {
    LatentCodes codes = Clusters.of(5, 300, 8);
    PlanePoints points = projection.project(codes, ProjectionRun.unwatched(SEED));
    assertThat(Clusters.strangers(points, 5)).isLessThan(0.01);
    double kept = NeighbourPreservation.share(codes, points, 15, ProjectionRun.unwatched(SEED));
    double keptByPrincipalPlane =
        NeighbourPreservation.share(
            codes,
            new PrincipalPlane().project(codes, ProjectionRun.unwatched(SEED)),
            15,
            ProjectionRun.unwatched(SEED));
    assertThat(kept).isGreaterThan(0.45).isGreaterThan(keptByPrincipalPlane);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedMakesTheSamePicture(Projection projection) {
    LatentCodes codes = Clusters.of(3, 600, 4);
    float[] once = projection.project(codes, ProjectionRun.unwatched(SEED)).coordinates();
    float[] again = projection.project(codes, ProjectionRun.unwatched(SEED)).coordinates();
    assertThat(again).containsExactly(once);
  }

  @ParameterizedTest
  @MethodSource("iterative")
  void theFirstPictureComesBeforeNeighboursAreSoughtAndTheNextAtABoundedRate(
      Projection projection) {
    List<PlanePoints> pictures = new ArrayList<>();
    List<String> events = new ArrayList<>();
    AtomicInteger milliseconds = new AtomicInteger();
    Progress progress =
        (done, total, what) -> {
          events.add(what);
          milliseconds.addAndGet(10);
        };
    ProjectionRun run =
        new ProjectionRun(
            SEED,
            progress,
            new Cancellation(),
            picture -> {
              events.add("picture");
              pictures.add(picture);
            },
            () -> milliseconds.get() * 1_000_000L);
    projection.project(Clusters.of(2, 40, 3), run);
    assertThat(events.indexOf("picture")).isLessThan(events.indexOf("finding neighbours"));
    assertThat(pictures).hasSizeBetween(milliseconds.get() / 110, milliseconds.get() / 100 + 1);
    assertThat(pictures.get(1).coordinates()).isNotEqualTo(pictures.get(40).coordinates());
  }

  @ParameterizedTest
  @MethodSource("all")
  void cancelEndsItAtTheNextReport(Projection projection) {
    Cancellation cancellation = new Cancellation();
    AtomicInteger reports = new AtomicInteger();
    Progress progress =
        (done, total, what) -> {
          if (reports.incrementAndGet() == 1) {
            cancellation.cancel();
          }
        };
    ProjectionRun run =
        new ProjectionRun(SEED, progress, cancellation, points -> {}, System::nanoTime);
    assertThatThrownBy(() -> projection.project(Clusters.of(2, 40, 3), run))
        .isInstanceOf(CancellationException.class);
    assertThat(reports.get()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void oddCodesMakeFinitePoints(Projection projection) {
    for (int count : new int[] {1, 2, 4, 5, 7}) {
      assertFinite(projection, LatentCodes.standardNormal(count, 3, SEED, "odd"));
    }
    assertFinite(projection, new LatentCodes(30, 1, new float[30]));
    assertFinite(projection, new LatentCodes(30, 4, new float[120]));
    float[] pairs = new float[60];
    Arrays.fill(pairs, 30, 60, 1e6f);
    assertFinite(projection, new LatentCodes(20, 3, pairs));
  }

  private static void assertFinite(Projection projection, LatentCodes codes) {
    PlanePoints points = projection.project(codes, ProjectionRun.unwatched(SEED));
    assertThat(points.count()).isEqualTo(codes.count());
    for (float coordinate : points.coordinates()) {
      assertThat(coordinate).isFinite();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNotANumberIsRefusedWithItsPlace(Projection projection) {
    float[] values = new float[30];
    values[16] = Float.NaN;
    assertThatThrownBy(
            () -> projection.project(new LatentCodes(10, 3, values), ProjectionRun.unwatched(SEED)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("code 5 holds NaN in dimension 2");
  }

  @Test
  void preservationIsOneForTheCodesThemselvesAndSmallForUnrelatedPlaces() {
    LatentCodes codes = LatentCodes.standardNormal(300, 2, SEED, "codes");
    ProjectionRun run = ProjectionRun.unwatched(SEED);
    assertThat(NeighbourPreservation.share(codes, new PlanePoints(codes.values()), 10, run))
        .isEqualTo(1);
    LatentCodes others = LatentCodes.standardNormal(300, 2, SEED, "others");
    assertThat(NeighbourPreservation.share(codes, new PlanePoints(others.values()), 10, run))
        .isLessThan(0.08);
  }
}
