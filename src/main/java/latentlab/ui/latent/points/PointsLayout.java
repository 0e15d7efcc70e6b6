package latentlab.ui.latent.points;

import java.util.Optional;
import java.util.function.Function;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.evaluation.projection.Projection;
import latentlab.evaluation.projection.TsneProjection;
import latentlab.evaluation.projection.UmapProjection;
import latentlab.models.LatentCodes;

/** Where the points of codes lie. */
public enum PointsLayout {
  /** By the two coordinates that the grid shows. */
  PLANE,
  /** Along the two principal components. */
  PRINCIPAL,
  /** By t-SNE. */
  TSNE,
  /** By UMAP. */
  UMAP;

  /** What must be computed in the background; empty for what is known at once. */
  Optional<Projection> projection() {
    return switch (this) {
      case PLANE, PRINCIPAL -> Optional.empty();
      case TSNE -> Optional.of(new TsneProjection());
      case UMAP -> Optional.of(new UmapProjection());
    };
  }

  /** Where codes lie, for a layout in which any code has a place; empty for others. */
  Optional<PlanePoints> place(
      LatentCodes codes, PointCloud cloud, Function<LatentCodes, PlanePoints> plane) {
    return switch (this) {
      case PLANE -> Optional.of(plane.apply(codes));
      case PRINCIPAL -> Optional.of(cloud.components().plane(codes, 0, 1));
      case TSNE, UMAP -> Optional.empty();
    };
  }
}
