package latentlab.ui.latent.points;

import java.util.Optional;
import latentlab.evaluation.projection.Projection;
import latentlab.evaluation.projection.TsneProjection;
import latentlab.evaluation.projection.UmapProjection;

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
}
