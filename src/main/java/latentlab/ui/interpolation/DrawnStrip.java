package latentlab.ui.interpolation;

import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;

/**
 * A strip as it is seen, and what it was drawn for.
 *
 * @param images [pictures, height, width, channels] along the way
 * @param plan what was wanted
 * @param stops the codes of the anchors, [anchors, latentSize]
 */
record DrawnStrip(ImageBatch images, PathPlan plan, LatentCodes stops) {}
