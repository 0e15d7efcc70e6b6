package latentlab.ui.latent;

/** What the main part of the tab shows. */
enum ViewMode {
  /** The decoded plane. */
  GRID,
  /** The encoded images. */
  POINTS,
  /** Both: points on the plane's own coordinates over it, others beside it. */
  BOTH
}
