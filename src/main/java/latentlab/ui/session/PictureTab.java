package latentlab.ui.session;

import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.image.ImageFile;
import latentlab.models.origin.ImageOrigin;

/**
 * A tab with a picture that can be saved, copied and pinned, and whose state comes back with it.
 * All methods are called on the JavaFX thread.
 */
public interface PictureTab extends LabTab {

  /**
   * The picture that would be kept now.
   *
   * @return at least one image, or empty if there is none
   */
  Optional<ImageBatch> picture();

  /**
   * How its images are laid out.
   *
   * @param count how many images it has
   * @return how many of them are side by side, at least 1; near a square unless the tab says more
   */
  default int columns(int count) {
    return ImageFile.nearSquareColumns(count);
  }

  /**
   * How that picture was made.
   *
   * @return with the tab's id as activity and {@link ExploredModel#reference()} as model, whose
   *     hash the window adds; empty if there is no picture
   */
  Optional<ImageOrigin> origin();

  /**
   * Goes back to the state in which a picture was made, as soon as the session's model can be
   * asked; the window has seen to it that the session explores the picture's model. What the tab
   * reads it must check: it may come from a file.
   *
   * @param origin how the picture was made
   * @return whether the tab can show such a state; if not, nothing has changed
   */
  boolean restore(ImageOrigin origin);
}
