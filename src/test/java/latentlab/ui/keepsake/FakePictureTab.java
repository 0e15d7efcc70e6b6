package latentlab.ui.keepsake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.origin.ImageOrigin;
import latentlab.ui.session.PictureTab;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A tab that shows nothing and remembers what was restored. */
final class FakePictureTab implements PictureTab {

  private final String id;
  private final boolean able;
  private Optional<ImageOrigin> origin = Optional.empty();
  private final List<ImageOrigin> restored = new ArrayList<>();

  FakePictureTab(String id, boolean able) {
    this.id = id;
    this.able = able;
  }

  void show(ImageOrigin shown) {
    origin = Optional.of(shown);
  }

  List<ImageOrigin> restored() {
    return restored;
  }

  @Override
  public Optional<ImageBatch> picture() {
    ImageShape shape = new ImageShape(2, 2, 1);
    return origin.map(shown -> ImageBatch.unlabelled(shape, new float[] {0, 1, 0.2f, 1}));
  }

  @Override
  public Optional<ImageOrigin> origin() {
    return origin;
  }

  @Override
  public boolean restore(ImageOrigin wanted) {
    if (able) {
      restored.add(wanted);
    }
    return able;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return id;
  }

  @Override
  public Ikon icon() {
    return Feather.BOX;
  }

  @Override
  public Node view() {
    throw new UnsupportedOperationException("has no view");
  }
}
