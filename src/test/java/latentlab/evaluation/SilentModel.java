package latentlab.evaluation;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelTrainer;
import latentlab.storage.Tensors;

/** A model of tiny images that can do nothing; others add what they can. */
class SilentModel implements GenerativeModel {

  static final ImageShape SHAPE = new ImageShape(2, 2, 1);

  private final List<String> classes;

  SilentModel(String... classes) {
    this.classes = List.of(classes);
  }

  @Override
  public ImageDomain images() {
    return new ImageDomain(SHAPE, classes);
  }

  @Override
  public long parameterCount() {
    return 0;
  }

  @Override
  public Tensors weights() {
    return new Tensors(Map.of());
  }

  @Override
  public void setWeights(Tensors weights) {}

  @Override
  public ModelTrainer trainer() {
    throw new UnsupportedOperationException("only measured");
  }

  @Override
  public void close() {}
}
