package latentlab.evaluation.comparison;

import java.util.Optional;
import latentlab.data.ImageSet;
import latentlab.models.storage.StoredModel;

/**
 * What models are compared by.
 *
 * @param name of the data set
 * @param images that no model has learnt from, at least one, and at least two if samples are drawn
 * @param training what models have learnt from, of the same size
 * @param classifier judges reconstructions and samples; without one, samples are only timed
 */
public record ComparisonData(
    String name, ImageSet images, ImageSet training, Optional<StoredModel> classifier) {}
