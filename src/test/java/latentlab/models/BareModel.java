package latentlab.models;

import latentlab.storage.Tensors;

/** A model of nothing but the shape of its images; a test gives it what it must be able to do. */
public class BareModel implements GenerativeModel {

  private final ImageDomain images;

  public BareModel(ImageDomain images) {
    this.images = images;
  }

  @Override
  public final ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return 0;
  }

  @Override
  public Tensors weights() {
    throw new UnsupportedOperationException("there are no weights");
  }

  @Override
  public void setWeights(Tensors weights) {
    throw new UnsupportedOperationException("there are no weights");
  }

  @Override
  public ModelTrainer trainer() {
    throw new UnsupportedOperationException("the model cannot learn");
  }

  @Override
  public void close() {}
}
