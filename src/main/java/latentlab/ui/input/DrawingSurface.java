package latentlab.ui.input;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/** What a {@link DrawingPad} draws on. For one thread. */
public interface DrawingSurface {

  /**
   * The size of the image.
   *
   * @return the same at each call
   */
  ImageShape shape();

  /**
   * Takes over a piece of what the pointer draws.
   *
   * @param stroke in pixels of the image; may lie outside of it
   */
  void draw(Stroke stroke);

  /**
   * The image as the pad shows it.
   *
   * @return one image
   */
  ImageBatch picture();
}
