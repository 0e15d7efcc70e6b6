package latentlab.ui.diffusion;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.StackPane;
import latentlab.data.ImageShape;
import latentlab.models.denoising.Trajectory;
import latentlab.ui.input.DrawingPad;
import latentlab.ui.text.Messages;

/** Draws an image of one's own, or rubs out what is to be made anew. */
final class InpaintingPad extends StackPane {

  private static final double SIDE = 224;

  private final DiffusionViewModel viewModel;
  private final BooleanProperty rubbing = new SimpleBooleanProperty();
  private InpaintingDrawing drawing = new InpaintingDrawing(new ImageShape(28, 28, 1));
  private final DrawingPad pad;

  InpaintingPad(DiffusionViewModel viewModel, Messages messages) {
    this.viewModel = viewModel;
    pad = new DrawingPad(drawing, SIDE, messages.text("diffusion.pad"));
    getChildren().add(pad);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    rubbing.addListener((property, old, now) -> drawing.setRubbing(now));
    viewModel
        .model()
        .addListener(
            (property, old, now) -> {
              if (now != null && !now.shape().equals(drawing.shape())) {
                drawing = new InpaintingDrawing(now.shape());
                drawing.setRubbing(rubbing.get());
                pad.drawOn(drawing);
              }
            });
  }

  /** Whether the pointer rubs out instead of drawing. */
  BooleanProperty rubbing() {
    return rubbing;
  }

  InpaintingDrawing drawing() {
    return drawing;
  }

  void clear() {
    drawing.clear();
    pad.refresh();
  }

  void centre() {
    drawing.centre();
    pad.refresh();
  }

  void rubLowerHalf() {
    drawing.rubLowerHalf();
    pad.refresh();
  }

  void restore() {
    drawing.restore();
    pad.refresh();
  }

  /** Takes over the first of the images that were made last. */
  void takeResult() {
    Trajectory whole = viewModel.finished().get();
    if (whole != null) {
      drawing.copy(whole.result());
      pad.refresh();
    }
  }
}
