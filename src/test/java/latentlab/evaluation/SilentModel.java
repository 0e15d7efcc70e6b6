package latentlab.evaluation;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.models.BareModel;
import latentlab.models.ImageDomain;

/** A model of tiny images that can do nothing; others add what they can. */
class SilentModel extends BareModel {

  static final ImageShape SHAPE = new ImageShape(2, 2, 1);

  SilentModel(String... classes) {
    super(new ImageDomain(SHAPE, List.of(classes)));
  }
}
